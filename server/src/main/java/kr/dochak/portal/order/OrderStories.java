package kr.dochak.portal.order;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.TaskKind;
import kr.dochak.compensation.PublicRule;
import kr.dochak.identity.vault.People;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.OrderNotice;
import kr.dochak.orders.OrderDetail;
import kr.dochak.orders.OrderLine;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.portal.Arrival;
import kr.dochak.portal.ArrivalWords;
import kr.dochak.portal.GrantWords;
import kr.dochak.portal.OrderCards;
import kr.dochak.portal.Parcel;
import kr.dochak.portal.Parcels;
import kr.dochak.portal.Portion;
import kr.dochak.portal.help.Conversations;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells one order: to its customer in full, to the holder of its signed link without personal data (TRK-6). */
@Component
public class OrderStories {

    /** Older ones are in the list of inquiries. */
    private static final int MOST_CONVERSATIONS = 5;

    private final Orders orders;
    private final Parcels parcels;
    private final ParcelStories parcelStories;
    private final OrderContexts contexts;
    private final Conversations conversations;
    private final People people;

    OrderStories(
            Orders orders,
            Parcels parcels,
            ParcelStories parcelStories,
            OrderContexts contexts,
            Conversations conversations,
            People people) {
        this.orders = orders;
        this.parcels = parcels;
        this.parcelStories = parcelStories;
        this.contexts = contexts;
        this.conversations = conversations;
        this.people = people;
    }

    /** The whole story; {@code own} is true for the customer who is logged in, false for who holds a link. */
    OrderStory of(OrderId orderId, boolean own, Words words, Instant now) {
        OrderDetail detail = orders.detail(orderId).orElseThrow(() -> Problem.notFound("portal.order.none"));
        OrderSummary order = detail.summary();
        ArrivalWords arrivals = new ArrivalWords(words, now);
        List<Parcel> parts = parcels.of(List.of(order)).getOrDefault(orderId, List.of()).stream()
                .sorted(Comparator.comparing(Parcel::arrival))
                .toList();
        OrderContext context = contexts.of(detail, parts, words);
        return new OrderStory(
                orderId,
                order.orderNo(),
                OrderCards.title(order, words),
                KoreanTime.moment(order.orderedAt(), now, words.locale()),
                parts.stream()
                        .map(part -> parcelStories.of(part, parts.size() > 1, context, arrivals))
                        .map(part -> own ? part : part.withoutOwnWords())
                        .toList(),
                detail.lines().stream()
                        .flatMap(line -> Portion.of(line, parts).stream())
                        .map(portion -> item(portion, arrivals))
                        .toList(),
                own ? new OrderStory.Money(detail.amounts(), method(detail.paymentMethod(), words)) : null,
                own ? receiving(order, asked(context.tasks(), words, now), words) : null,
                gifts(context, words, now),
                context.notices().reversed().stream()
                        .map(notice -> sent(notice, own, words, now))
                        .toList(),
                context.cases().stream()
                        .filter(one -> one.personId().equals(order.personId()))
                        .limit(MOST_CONVERSATIONS)
                        .map(one -> own ? conversations.latest(one, words, now) : conversations.state(one, words, now))
                        .toList(),
                parts.stream().anyMatch(Parcel::changeable));
    }

    private static OrderStory.Item item(Portion portion, ArrivalWords arrivals) {
        OrderLine line = portion.line();
        Arrival arrival = arrivals.of(portion.parcel());
        return new OrderStory.Item(
                line.name(),
                OrderCards.initial(line.name()),
                Math.floorMod(line.name().hashCode(), 5),
                line.quantity(),
                arrivals.words().word("portal.won", line.unitPrice() * line.quantity()),
                arrival.line(),
                arrival.tone());
    }

    /** How it was paid, in words; a way that is not known as it was given. */
    public static String method(String method, Words words) {
        return switch (method) {
            case "CARD", "TRANSFER", "KAKAOPAY", "NAVERPAY", "TOSSPAY", "POINTS", "VIRTUAL_ACCOUNT", "PHONE" ->
                words.word("portal.pay." + method);
            default -> method;
        };
    }

    private OrderStory.@Nullable Receiving receiving(OrderSummary order, String asked, Words words) {
        var recipient = people.openRecipients(List.of(order.recipientId())).get(order.recipientId());
        return recipient == null
                ? null
                : new OrderStory.Receiving(
                        recipient.name(),
                        recipient.phone() == null ? "" : recipient.phone(),
                        (recipient.address1() + " " + recipient.address2()).strip(),
                        words.word("portal.place." + order.request().place()),
                        order.request().note(),
                        asked);
    }

    /** What became of the last delivery request; nothing is said of one that was overtaken by events. */
    private static String asked(List<Task> tasks, Words words, Instant now) {
        return tasks.stream()
                .filter(task -> task.kind() == TaskKind.DELIVERY_REQUEST)
                .reduce((first, last) -> last)
                .map(task -> {
                    Task.Ending ending = task.ending();
                    if (ending == null) {
                        String by = KoreanTime.moment(task.dueAt(), now, words.locale());
                        return words.word("portal.request.state.open", by);
                    }
                    String at = KoreanTime.moment(ending.at(), now, words.locale());
                    return switch (ending.outcome()) {
                        case DONE -> words.word("portal.request.state.done", at);
                        case COULD_NOT -> words.word("portal.request.state.could-not", at);
                        case OBSOLETE -> "";
                    };
                })
                .orElse("");
    }

    private static List<OrderStory.Gift> gifts(OrderContext context, Words words, Instant now) {
        return context.grants().stream()
                .map(grant -> {
                    PublicRule rule = context.rules().get(grant.grantId());
                    String sentence = rule == null ? "" : words.english() ? rule.english() : rule.korean();
                    return new OrderStory.Gift(
                            GrantWords.gift(grant, words),
                            sentence,
                            GrantWords.revised(grant, context.causeOf(grant.promiseId()), words),
                            KoreanTime.moment(grant.at(), now, words.locale()));
                })
                .toList();
    }

    private static OrderStory.SentNotice sent(OrderNotice notice, boolean own, Words words, Instant now) {
        Instant at = notice.announcedAt() == null ? notice.detectedAt() : notice.announcedAt();
        String channels = notice.deliveries().stream()
                .filter(sent -> sent.sentAt() != null && sent.failedAt() == null)
                .map(sent -> words.word(sent.channel().label()))
                .distinct()
                .collect(Collectors.joining(", "));
        return new OrderStory.SentNotice(
                notice.title(),
                own ? notice.body() : "",
                KoreanTime.moment(at, now, words.locale()),
                channels.isEmpty() ? words.word(ChannelName.INBOX.label()) : channels,
                notice.written().madeLater());
    }
}
