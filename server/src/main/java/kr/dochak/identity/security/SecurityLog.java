package kr.dochak.identity.security;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The security log (ASVS 16.3): who tried what at the doors, from where, and what came of it. It holds ids and patterns of
 * addresses, no secret and nothing personal; a flood is counted, so that an attack does not fill the disk.
 */
@Component
public class SecurityLog implements MeterBinder {

    private static final Logger log = LoggerFactory.getLogger(SecurityLog.class);
    private static final Duration LOOKED_BACK = Duration.ofMinutes(10);
    private static final int LONGEST_DETAIL = 500;

    private final SecurityLogRepository rows;
    private final SecurityNumbers numbers;
    private final InstantSource clock;
    private final Flood flood;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable MeterRegistry meters;

    SecurityLog(SecurityLogRepository rows, SecurityNumbers numbers, SecuritySettings settings, InstantSource clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.clock = clock;
        this.flood = new Flood(settings.rowsOfOne(), settings.rowsOfAll());
    }

    /** Notes what came from the request that is being answered. */
    public void note(Kind kind, Outcome outcome, Who who, String detail) {
        note(kind, outcome, who, address(), detail);
    }

    /** Notes what came from an address. */
    public void note(Kind kind, Outcome outcome, Who who, String address, String detail) {
        count(kind, outcome);
        Instant now = clock.instant();
        List<Flood.Rest> rest;
        boolean own;
        lock.lock();
        try {
            rest = flood.over(now);
            own = flood.takes(new Flood.Key(kind, outcome, address));
        } finally {
            lock.unlock();
        }
        rest.forEach(this::write);
        if (own) {
            write(now, kind, outcome, who, address, clean(detail), 1);
        }
    }

    /** Writes what was only counted, once its minute is over, and deletes what is old. */
    void settle(Instant now) {
        lock.lock();
        List<Flood.Rest> rest;
        try {
            rest = flood.over(now);
        } finally {
            lock.unlock();
        }
        rest.forEach(this::write);
        rows.sweep(now.minus(numbers.kept()));
    }

    @PreDestroy
    void stop() {
        lock.lock();
        try {
            flood.all(clock.instant()).forEach(this::write);
        } finally {
            lock.unlock();
        }
    }

    private void write(Flood.Rest rest) {
        Flood.Key key = rest.key();
        write(rest.at(), key.kind(), key.outcome(), Who.NOBODY, key.address(), "", rest.times());
    }

    /** A refusal stays a refusal when it cannot be written down; the log of the server says that it could not. */
    private void write(Instant at, Kind kind, Outcome outcome, Who who, String address, String detail, int times) {
        try {
            rows.add(at, kind, outcome, who, address, detail, times);
        } catch (DataAccessException e) {
            log.warn("A security event could not be written down: {} {}", kind, outcome, e);
        }
    }

    /** One line, so that nobody writes a line of their own. */
    private static String clean(String detail) {
        String line = detail.replaceAll("\\p{Cntrl}|\\p{Cf}", " ").strip();
        return line.length() > LONGEST_DETAIL ? line.substring(0, LONGEST_DETAIL) : line;
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : "";
    }

    /** What a mall's administrators may read, the newest first; {@code text} is an address, a number or part of a detail. */
    public Keyset<SecurityEvent> page(
            MallId tenantId,
            @Nullable Kind kind,
            @Nullable Outcome outcome,
            @Nullable String text,
            @Nullable String after,
            int limit) {
        long before = Cursor.read(after).number(0, Long.MAX_VALUE);
        return Keyset.of(
                rows.page(tenantId, kind, outcome, text, before, limit + 1), limit, row -> Cursor.after(row.id()));
    }

    /** What one member of staff did last at the doors and with accounts, the newest first. */
    public List<SecurityEvent> of(StaffMember member, int limit) {
        return rows.of(member.id(), limit);
    }

    /** Log-ins of staff and refusals at their doors, the newest first, before this moment or of it with a smaller id. */
    public List<SecurityEvent> ofStaff(SecurityQuery query, @Nullable Instant before, long beforeId, int most) {
        return rows.ofStaff(query, before, beforeId, most);
    }

    /** The refusals of the last ten minutes, when they are more than the settings bear. */
    public Optional<SecurityAlarm> alarm() {
        SecurityAlarm now = rows.refusals(clock.instant().minus(LOOKED_BACK));
        return now.refusals() > numbers.alarm() ? Optional.of(now) : Optional.empty();
    }

    private void count(Kind kind, Outcome outcome) {
        MeterRegistry registry = meters;
        if (registry != null) {
            registry.counter("dochak.security.events", "kind", kind.name(), "outcome", outcome.name())
                    .increment();
        }
    }

    /** {@code dochak.security.refusals}: those of the last ten minutes; {@code dochak.security.events}: all, by kind and outcome. */
    @Override
    public void bindTo(MeterRegistry registry) {
        meters = registry;
        Gauge.builder("dochak.security.refusals", this, SecurityLog::refusals)
                .description("refusals and slow-downs at the doors within ten minutes")
                .register(registry);
    }

    private double refusals() {
        return rows.refusals(clock.instant().minus(LOOKED_BACK)).refusals();
    }
}
