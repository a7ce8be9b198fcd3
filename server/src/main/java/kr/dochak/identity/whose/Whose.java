package kr.dochak.identity.whose;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.dochak.identity.LastOrders;
import kr.dochak.identity.vault.People;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whom a mall knows by a phone or an e-mail, to choose from: name masked, and when they last ordered. */
@Component
public class Whose {

    private final People people;
    private final ObjectProvider<LastOrders> orders;

    Whose(People people, ObjectProvider<LastOrders> orders) {
        this.people = people;
        this.orders = orders;
    }

    /** One of them; {@code lastOrder} is null where there is none. */
    public record Choice(
            PersonId personId, String name, @Nullable Instant lastOrder) {}

    /** One for each name behind a confirmed contact, the newest first. */
    public List<Choice> behind(MallId tenantId, String contact) {
        Map<PersonId, List<PersonId>> each = people.namesakes(tenantId, contact);
        Map<PersonId, String> names = people.maskedNames(each.keySet());
        LastOrders last = orders.getIfAvailable(() -> none -> java.util.Optional.empty());
        return each.entrySet().stream()
                .map(one -> new Choice(
                        one.getKey(),
                        names.getOrDefault(one.getKey(), "*"),
                        last.lastOf(one.getValue()).orElse(null)))
                .toList();
    }
}
