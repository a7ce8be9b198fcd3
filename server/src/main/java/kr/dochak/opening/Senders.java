package kr.dochak.opening;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.trying.SenderTests;
import kr.dochak.messaging.trying.SenderTests.Outcome;
import kr.dochak.shared.MallId;
import kr.dochak.shared.chance.Unguessable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends a message to the administrator who asks, and believes that it arrived when its four digits are typed in again (SET-2). */
@Component
public class Senders {

    private static final Duration SHORT = Duration.ofHours(1);
    private static final int MOST_IN_SHORT = 10;
    private static final int MOST_WRONG = 5;
    private static final int DIGITS = 10_000;

    private final SenderTests tests;
    private final StaffRepository staff;
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Senders(SenderTests tests, StaffRepository staff, JdbcClient jdbc, InstantSource clock) {
        this.tests = tests;
        this.staff = staff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The last test of a channel.
     *
     * @param outcome null while none was made
     */
    public record Test(
            ChannelName channel,
            boolean on,
            @Nullable Outcome outcome,
            @Nullable Instant sentAt,
            @Nullable Instant arrivedAt) {}

    /** All channels, also those that are not set up. */
    public List<Test> of(MallId mall) {
        List<ChannelName> on = tests.on();
        return ChannelName.outside().stream()
                .map(channel -> last(mall, channel, on.contains(channel)))
                .toList();
    }

    private Test last(MallId mall, ChannelName channel, boolean on) {
        return jdbc.sql("""
                select outcome, sent_at, arrived_at from opening.sender_test
                where tenant_id = :mall and channel = :channel order by id desc limit 1
                """)
                .param("mall", mall.value())
                .param("channel", channel.name())
                .query((row, n) -> new Test(
                        channel,
                        on,
                        Outcome.valueOf(row.getString("outcome")),
                        Sql.instant(row, "sent_at"),
                        Sql.instant(row, "arrived_at")))
                .optional()
                .orElseGet(() -> new Test(channel, on, null, null, null));
    }

    /** Sends one to their own address, or to the telephone that they name; nothing when there is none, the channel is off or so many were sent already. Takes seconds, so it is outside of a transaction. */
    public Optional<Outcome> send(StaffMember to, ChannelName channel, String phone, String language) {
        Instant now = clock.instant();
        String address = channel.address() == ChannelName.Address.EMAIL
                ? staff.byId(to.id()).orElseThrow().email()
                : phone.strip();
        if (address.isEmpty() || !tests.on().contains(channel) || lately(to, now) >= MOST_IN_SHORT) {
            return Optional.empty();
        }
        String digits = "%04d".formatted(Unguessable.below(DIGITS));
        Outcome outcome = tests.send(channel, to.tenantId(), address, to.name(), digits, language);
        jdbc.sql("""
                insert into opening.sender_test (tenant_id, channel, digits, outcome, sent_at, staff_id)
                values (:mall, :channel, :digits, :outcome, :at, :staff)
                """)
                .param("mall", to.tenantId().value())
                .param("channel", channel.name())
                .param("digits", digits)
                .param("outcome", outcome.name())
                .param("at", Sql.at(now))
                .param("staff", to.id())
                .update();
        return Optional.of(outcome);
    }

    private long lately(StaffMember staff, Instant now) {
        return jdbc.sql("select count(*) from opening.sender_test where staff_id = :staff and sent_at > :since")
                .param("staff", staff.id())
                .param("since", Sql.at(now.minus(SHORT)))
                .query(Long.class)
                .single();
    }

    /** Whether these are the digits of the last message on this channel; after five wrong ones a new message is needed. */
    public boolean arrived(MallId mall, ChannelName channel, String digits) {
        return jdbc.sql("""
                update opening.sender_test
                set arrived_at = case when digits = :digits then coalesce(arrived_at, :now::timestamptz) else arrived_at end,
                    wrong = wrong + case when digits = :digits then 0 else 1 end
                where id = (select max(id) from opening.sender_test where tenant_id = :mall and channel = :channel)
                  and wrong < :most
                returning digits = :digits
                """)
                .param("mall", mall.value())
                .param("channel", channel.name())
                .param("digits", digits.strip())
                .param("now", Sql.at(clock.instant()))
                .param("most", MOST_WRONG)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }
}
