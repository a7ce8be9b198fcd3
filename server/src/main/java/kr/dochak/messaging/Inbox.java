package kr.dochak.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import kr.dochak.messaging.NoticeWords.Text;
import kr.dochak.messaging.NoticeWords.Written;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands in the inbox of a customer, and what became of each notice of an order, in words. */
@Component
class Inbox {

    private static final int LONGEST_PAGE = 100;

    private final MessageQuery query;
    private final NoticeWords words;

    Inbox(MessageQuery query, NoticeWords words) {
        this.query = query;
        this.words = words;
    }

    Keyset<InboxEntry> page(Collection<PersonId> personIds, String language, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, LONGEST_PAGE);
        List<NoticeRow> rows = query.inbox(personIds, Cursor.read(cursor).number(0, Long.MAX_VALUE), size + 1);
        Keyset<NoticeRow> page = Keyset.of(rows, size, row -> Cursor.after(row.id()));
        List<Written> texts = words.forInbox(page.items(), language);
        List<InboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            NoticeRow row = page.items().get(i);
            Text text = texts.get(i).text();
            Instant announcedAt = row.announcedAt() == null ? row.detectedAt() : row.announcedAt();
            entries.add(new InboxEntry(row.id(), row.kind(), row.orderId(), text.title(), text.body(), announcedAt));
        }
        return new Keyset<>(entries, page.next());
    }

    List<OrderNotice> ofOrder(OrderId orderId, String language) {
        List<NoticeRow> rows = query.ofOrder(orderId);
        List<Long> ids = rows.stream().map(NoticeRow::id).toList();
        List<Written> texts = words.forInbox(rows, language);
        Map<Long, Map<ChannelName, Written>> sentOut = words.sentOut(ids);
        Map<Long, List<OrderNotice.Delivery>> deliveries = query.deliveries(ids);
        List<OrderNotice> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            NoticeRow row = rows.get(i);
            Map<ChannelName, Written> sent = sentOut.getOrDefault(row.id(), Map.of());
            all.add(new OrderNotice(
                    row.id(),
                    row.kind(),
                    row.state(),
                    texts.get(i),
                    row.detectedAt(),
                    row.announcedAt(),
                    deliveries.getOrDefault(row.id(), List.of()).stream()
                            .map(delivery -> delivery.saying(sent.get(delivery.channel())))
                            .toList()));
        }
        return all;
    }
}
