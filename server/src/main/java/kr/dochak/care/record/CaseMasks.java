package kr.dochak.care.record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.dochak.identity.masking.FreeText;
import kr.dochak.identity.masking.FreeText.Personal;
import kr.dochak.identity.masking.PersonalPart;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.identity.vault.Recipient;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds in the words on a case what leads to its customer, whose name and address it knows, or to anybody else. */
@Component
public class CaseMasks {

    private final People people;
    private final Orders orders;

    CaseMasks(People people, Orders orders) {
        this.people = people;
        this.orders = orders;
    }

    /** Words somebody typed about a person and perhaps an order of theirs. */
    public record Typed(PersonId personId, @Nullable OrderId orderId, String words) {}

    public FreeText of(PersonId personId, @Nullable OrderId orderId, String words) {
        return all(List.of(new Typed(personId, orderId, words))).getFirst();
    }

    /** Each in its place; people and recipients are opened once for all of them. */
    public List<FreeText> all(List<Typed> typed) {
        Map<PersonId, PersonalData> known =
                people.open(typed.stream().map(Typed::personId).distinct().toList());
        Map<OrderId, Recipient> recipients = recipients(typed.stream()
                .map(Typed::orderId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return typed.stream()
                .map(each ->
                        FreeText.of(each.words(), personal(known.get(each.personId()), recipients.get(each.orderId()))))
                .toList();
    }

    private Map<OrderId, Recipient> recipients(Collection<OrderId> orderIds) {
        Map<OrderId, Recipient> byOrder = new HashMap<>();
        if (orderIds.isEmpty()) {
            return byOrder;
        }
        Map<OrderId, OrderSummary> known = orders.summaries(orderIds);
        Map<Long, Recipient> opened = people.openRecipients(
                known.values().stream().map(OrderSummary::recipientId).toList());
        known.forEach((id, order) -> byOrder.put(id, opened.get(order.recipientId())));
        return byOrder;
    }

    private static List<Personal> personal(@Nullable PersonalData person, @Nullable Recipient recipient) {
        List<Personal> personal = new ArrayList<>();
        if (person != null) {
            add(personal, PersonalPart.NAME, person.name());
            add(personal, PersonalPart.PHONE, person.phone());
            add(personal, PersonalPart.EMAIL, person.email());
        }
        if (recipient != null) {
            add(personal, PersonalPart.NAME, recipient.name());
            add(personal, PersonalPart.PHONE, recipient.phone());
            add(personal, PersonalPart.ADDRESS, recipient.address1());
            add(personal, PersonalPart.ADDRESS, recipient.address2());
        }
        return personal;
    }

    private static void add(List<Personal> personal, PersonalPart part, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            personal.add(new Personal(part, value));
        }
    }
}
