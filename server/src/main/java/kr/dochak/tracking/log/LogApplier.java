package kr.dochak.tracking.log;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import kr.dochak.tracking.LogIntake;
import kr.dochak.tracking.Scan;
import kr.dochak.tracking.log.LogRepository.Poisoned;
import kr.dochak.tracking.log.LogRepository.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Applies records of the log for one consumer. Scans and the new offsets are one transaction, and the offsets move only from
 * where this consumer believes them to be: one that was replaced without knowing it is refused, with all it brings.
 */
class LogApplier {

    private static final Logger log = LoggerFactory.getLogger(LogApplier.class);

    /** What became of records: all applied, or refused since somebody else has moved the offsets. */
    enum Outcome {
        APPLIED,
        FENCED
    }

    /** What appliers of one process share. */
    record Tools(LogIntake intake, LogRepository repository, InstantSource clock, MeterRegistry meters) {}

    private final UUID logId;
    private final String topic;
    private final Tools tools;
    private final Map<Integer, Long> next = new HashMap<>();

    LogApplier(UUID logId, String topic, Tools tools) {
        this.logId = logId;
        this.topic = topic;
        this.tools = tools;
    }

    /** From which offset to read each of these partitions; of one that nobody has read yet, the first. */
    Map<Integer, Long> begin(Map<Integer, Long> first) {
        Map<Integer, Long> positions = tools.repository.positions(logId, topic, first);
        next.putAll(positions);
        return positions;
    }

    void end(Collection<Integer> partitions) {
        next.keySet().removeAll(partitions);
    }

    /**
     * Applies records of partitions that were begun, in order of their offsets. Those that this consumer has applied
     * already, before others of them failed, are passed over.
     *
     * @param again whether they failed before: then they are halved until what cannot be applied stands alone and is kept
     *     aside
     */
    Outcome apply(List<LogRecord> records, boolean again) {
        List<LogRecord> left = records.stream()
                .filter(record -> record.offset() >= next.getOrDefault(record.partition(), 0L))
                .toList();
        return left.isEmpty() ? Outcome.APPLIED : tried(left, again);
    }

    private Outcome tried(List<LogRecord> records, boolean again) {
        try {
            return once(records);
        } catch (RuntimeException | Error e) {
            if (!again || isPassing(e)) {
                throw e;
            }
            return records.size() == 1 ? refused(records.getFirst(), e) : inHalves(records);
        }
    }

    private Outcome inHalves(List<LogRecord> records) {
        int half = records.size() / 2;
        Outcome first = tried(records.subList(0, half), true);
        return first == Outcome.FENCED ? first : tried(records.subList(half, records.size()), true);
    }

    private Outcome refused(LogRecord record, Throwable why) {
        return write(List.of(), List.of(record), List.of(new Poisoned(record, Poisoned.Why.REFUSED, why.toString())));
    }

    private Outcome once(List<LogRecord> records) {
        List<Scan> scans = new ArrayList<>(records.size());
        List<Poisoned> poisoned = new ArrayList<>();
        for (LogRecord record : records) {
            switch (record.read()) {
                case LoggedScan.Read.Good good -> scans.add(good.scan());
                case LoggedScan.Read.Unreadable unreadable ->
                    poisoned.add(new Poisoned(record, Poisoned.Why.UNREADABLE, unreadable.why()));
            }
        }
        return write(scans, records, poisoned);
    }

    private Outcome write(List<Scan> scans, List<LogRecord> records, List<Poisoned> poisoned) {
        List<Step> steps = steps(records);
        boolean applied = tools.intake.apply(scans, () -> {
            tools.repository.holdLocksBriefly();
            return tools.repository.advance(logId, steps) && keep(poisoned);
        });
        if (!applied) {
            tools.meters.counter("dochak.scans.fenced").increment();
            log.warn("{} records were refused: another consumer has moved on from {}", records.size(), steps);
            return Outcome.FENCED;
        }
        steps.forEach(step -> next.put(step.partition(), step.to()));
        tools.meters.counter("dochak.scans.applied").increment(scans.size());
        tools.meters.counter("dochak.scans.poisoned").increment(poisoned.size());
        poisoned.forEach(each -> log.error("kept aside: {}", each));
        return Outcome.APPLIED;
    }

    private boolean keep(List<Poisoned> poisoned) {
        if (!poisoned.isEmpty()) {
            tools.repository.keep(logId, poisoned, tools.clock.instant());
        }
        return true;
    }

    private List<Step> steps(List<LogRecord> records) {
        Map<Integer, Long> last = new TreeMap<>();
        records.forEach(record -> last.merge(record.partition(), record.offset() + 1, Math::max));
        return last.entrySet().stream()
                .map(each -> new Step(each.getKey(), next.getOrDefault(each.getKey(), -1L), each.getValue()))
                .toList();
    }

    /** The database is away or busy: nothing is wrong with the records. */
    private static boolean isPassing(Throwable e) {
        return e instanceof TransientDataAccessException
                || e instanceof RecoverableDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof TransactionException;
    }
}
