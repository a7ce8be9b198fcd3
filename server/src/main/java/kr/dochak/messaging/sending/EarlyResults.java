package kr.dochak.messaging.sending;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import kr.dochak.database.Sql;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.sending.DeliveryRepository.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Results that were faster than our own note of the request's id: stored, and applied once the id is written down. */
@Repository
class EarlyResults {

    private final JdbcClient jdbc;

    EarlyResults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record EarlyResult(ChannelName channel, String requestId, int recipientSeq, String code) {}

    void keep(EarlyResult result, Instant now) {
        jdbc.sql("""
                insert into messaging.early_result (channel, vendor_request_id, recipient_seq, code, received_at)
                values (:channel, :request, :seq, :code, :now)
                on conflict do nothing
                """)
                .param("channel", result.channel().name())
                .param("request", result.requestId())
                .param("seq", result.recipientSeq())
                .param("code", result.code())
                .param("now", Sql.at(now))
                .update();
    }

    List<EarlyResult> take(List<Outcome> sent) {
        String[] requests = sent.stream()
                .map(outcome -> outcome.result().requestId())
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        return jdbc.sql("""
                delete from messaging.early_result where vendor_request_id = any (:requests::text[])
                returning channel, vendor_request_id, recipient_seq, code
                """)
                .param("requests", requests)
                .query((row, number) -> new EarlyResult(
                        ChannelName.valueOf(row.getString(1)), row.getString(2), row.getInt(3), row.getString(4)))
                .list();
    }
}
