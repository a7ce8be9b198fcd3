package kr.dochak.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.dochak.messaging.NoticeWords.Text;
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

    Keyset<InboxEntry> page(PersonId personId, String language, @Nullable String cursor, int limit) {
        int size = Math.clamp(limit, 1, LONGEST_PAGE);
        List<NoticeRow> rows = query.inbox(personId, Cursor.read(cursor).number(0, Long.MAX_VALUE), size + 1);
        Keyset<NoticeRow> page = Keyset.of(rows, size, row -> Cursor.after(row.id()));
        List<Text> texts = words.forInbox(page.items(), language);
        List<InboxEntry> entries = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            NoticeRow row = page.items().get(i);
            Text text = texts.get(i);
            Instant toldAt = row.toldAt() == null ? row.detectedAt() : row.toldAt();
            entries.add(new InboxEntry(row.id(), row.kind(), row.orderId(), text.title(), text.body(), toldAt));
        }
        return new Keyset<>(entries, page.next());
    }

    List<OrderNotice> ofOrder(OrderId orderId, String language) {
        List<NoticeRow> rows = query.ofOrder(orderId);
        List<Text> texts = words.forInbox(rows, language);
        Map<Long, List<OrderNotice.Delivery>> deliveries =
                query.deliveries(rows.stream().map(NoticeRow::id).toList());
        List<OrderNotice> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            NoticeRow row = rows.get(i);
            all.add(new OrderNotice(
                    row.id(),
                    row.kind(),
                    row.state(),
                    texts.get(i).title(),
                    texts.get(i).body(),
                    row.detectedAt(),
                    row.toldAt(),
                    deliveries.getOrDefault(row.id(), List.of())));
        }
        return all;
    }
}
