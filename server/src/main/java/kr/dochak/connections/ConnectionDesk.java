package kr.dochak.connections;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.changes.Actor;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.connections.ConnectionOutcome.Changed;
import kr.dochak.connections.ConnectionOutcome.Overtaken;
import kr.dochak.connections.ConnectionOutcome.Refused;
import kr.dochak.connections.ConnectionOutcome.Same;
import kr.dochak.connections.ConnectionOutcome.Unknown;
import kr.dochak.identity.StaffMember;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Fills connections in, and records who did it when and why (SET-1, ASR-5). Who may is judged by the doors. */
@Component
public class ConnectionDesk {

    private final Connections connections;
    private final ConnectionRepository repository;
    private final Changes changes;
    private final InstantSource clock;

    ConnectionDesk(Connections connections, ConnectionRepository repository, Changes changes, InstantSource clock) {
        this.connections = connections;
        this.repository = repository;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * A form as it was sent.
     *
     * @param seen the last change that the person saw; 0 when there was none
     */
    public record Wish(Map<String, String> typed, String reason, long seen) {}

    /** Fills it in as typed. */
    @Transactional
    public ConnectionOutcome change(String key, Wish wish, StaffMember by) {
        Connection<?> connection = connections.byKey(key).orElse(null);
        if (connection == null) {
            return new Unknown();
        }
        repository.next();
        Optional<ConnectionChange> last = repository.last(key);
        if (last.isPresent() && last.get().id() > wish.seen()) {
            return new Overtaken(last.get());
        }
        Set<String> unsaid = ConnectionRule.unsaid(connection, values(last), wish.typed());
        if (!unsaid.isEmpty()) {
            return new Refused(unsaid, !ConnectionRule.isReason(wish.reason().strip()));
        }
        Map<String, String> after = ConnectionRule.after(connection, values(last), wish.typed());
        return put(
                connection,
                ConnectionRule.rotated(connection, values(last), after, clock.instant()),
                values(last),
                wish,
                by);
    }

    /** Has the environment's values count again. */
    @Transactional
    public ConnectionOutcome reset(String key, Wish wish, StaffMember by) {
        Connection<?> connection = connections.byKey(key).orElse(null);
        if (connection == null) {
            return new Unknown();
        }
        repository.next();
        return put(connection, Map.of(), values(repository.last(key)), wish, by);
    }

    /** Goes back to what it was before the last change. */
    @Transactional
    public ConnectionOutcome undo(String key, Wish wish, StaffMember by) {
        Connection<?> connection = connections.byKey(key).orElse(null);
        repository.next();
        List<ConnectionChange> last = repository.of(key, Long.MAX_VALUE, 2);
        if (connection == null || last.isEmpty()) {
            return new Unknown();
        }
        if (last.getFirst().id() > wish.seen()) {
            return new Overtaken(last.getFirst());
        }
        Map<String, String> before = last.size() < 2 ? Map.of() : values(Optional.of(last.get(1)));
        return put(connection, before, values(Optional.of(last.getFirst())), wish, by);
    }

    /** Its changes, the latest first. */
    public List<ConnectionChange> history(String key, long before, int most) {
        return repository.of(key, before, most);
    }

    private ConnectionOutcome put(
            Connection<?> connection,
            Map<String, String> after,
            Map<String, String> before,
            Wish wish,
            StaffMember by) {
        String reason = wish.reason().strip();
        Set<String> wrong = ConnectionRule.wrong(connection, after);
        if (!wrong.isEmpty() || !ConnectionRule.isReason(reason)) {
            return new Refused(wrong, !ConnectionRule.isReason(reason));
        }
        if (after.equals(before)) {
            return new Same();
        }
        ConnectionChange change = repository.add(
                new ConnectionChange(0, connection.key(), null, by.id(), by.name(), clock.instant(), reason), after);
        repository.forgetOld(connection.key());
        changes.note(note(connection, before, after, reason), Actor.of(by.tenantId(), by.id(), by.name()));
        readAfterwards();
        return new Changed(change);
    }

    /** What the change log shows of it: secrets by their ends at most. */
    private static Change note(
            Connection<?> connection, Map<String, String> before, Map<String, String> after, String reason) {
        Change note = Change.of("connections", connection.key()).house(true).why(reason);
        for (ConnectionField field : connection.fields()) {
            String was = before.getOrDefault(field.name(), field.given());
            String is = after.getOrDefault(field.name(), field.given());
            if (!was.equals(is)) {
                note = field.isSecret()
                        ? note.with(field.name(), ConnectionRule.masked(was) + " ", ConnectionRule.masked(is))
                        : note.with(field.name(), was, is);
            }
        }
        return note;
    }

    private static Map<String, String> values(Optional<ConnectionChange> change) {
        return change.map(ConnectionChange::values).orElse(Map.of());
    }

    /** It counts here as soon as it stands. */
    private void readAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                connections.read();
            }
        });
    }
}
