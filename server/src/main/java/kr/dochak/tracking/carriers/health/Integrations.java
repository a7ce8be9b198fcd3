package kr.dochak.tracking.carriers.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kr.dochak.live.LiveTopics;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.asking.OpenRoute;
import kr.dochak.tracking.carriers.asking.Routes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the outside systems are doing that report on parcels (TRK-1, TRK-5): what the integration page shows. */
@Component
public class Integrations {

    private static final Duration DAY = Duration.ofHours(24);
    /** Outcomes that are answers. */
    static final Set<String> WELL = Set.of("FOUND", "NOT_FOUND", "NOT_NOW", "PUSHED");

    /** How calls to a source ended in the last day. */
    public record Outcome(String source, String kind, long calls, Instant lastAt, String what) {

        public boolean isWell() {
            return WELL.contains(kind);
        }
    }

    /** The state of a route in one word. */
    public enum Wellness {
        OFF,
        WAITING,
        WELL,
        TROUBLED,
        LEFT_ALONE
    }

    /**
     * One outside system.
     *
     * @param callsLeft in this minute
     * @param failures of the last day, by kind, the most frequent first
     */
    public record RouteHealth(
            String id,
            String title,
            Wellness wellness,
            int callsLeft,
            int perMinute,
            long answered,
            @Nullable Instant lastAnswer,
            List<Outcome> failures,
            @Nullable Outcome lastFailure) {}

    /**
     * What comes from one carrier and what waits: scans that it sent by itself, shipments asked about, questions that are late,
     * scans without a shipment.
     *
     * @param scans scans that it sent in the last day; none where it is only asked
     */
    public record CarrierLoad(
            CarrierId carrier,
            String name,
            long scans,
            @Nullable Instant lastScanAt,
            long watched,
            long late,
            @Nullable Instant lateSince,
            long parked) {}

    /**
     * A code or text without a meaning.
     *
     * @param seenAt when somebody looked at it, so that it alarms nobody any more
     */
    public record UnknownSeen(
            long id,
            String source,
            CarrierId carrier,
            String code,
            String text,
            long times,
            Instant lastAt,
            @Nullable Instant seenAt) {}

    /** A number that another carrier than its own knows. */
    public record Doubt(CarrierId carrier, TrackingNumber trackingNumber, CarrierId likely) {}

    /** All of it. */
    public record Health(
            List<RouteHealth> routes,
            List<CarrierAlarm.Quiet> quiet,
            List<CarrierLoad> loads,
            List<UnknownSeen> unknown,
            List<Doubt> doubts) {

        /** True when nothing outside is asked at all. */
        public boolean isOff() {
            return routes.stream().allMatch(route -> route.wellness() == Wellness.OFF);
        }

        /** Routes that somebody should look at. */
        public List<RouteHealth> troubled() {
            return routes.stream()
                    .filter(route -> route.wellness() == Wellness.TROUBLED || route.wellness() == Wellness.LEFT_ALONE)
                    .toList();
        }
    }

    private final Routes routes;
    private final IntegrationRepository repository;
    private final RouteAlarmRepository alarms;
    private final UnknownCodes unknown;
    private final QuietCarriers quiet;
    private final LiveTopics live;
    private final InstantSource clock;

    Integrations(
            Routes routes,
            IntegrationRepository repository,
            RouteAlarmRepository alarms,
            UnknownCodes unknown,
            QuietCarriers quiet,
            LiveTopics live,
            InstantSource clock) {
        this.routes = routes;
        this.repository = repository;
        this.alarms = alarms;
        this.unknown = unknown;
        this.quiet = quiet;
        this.live = live;
        this.clock = clock;
    }

    /** What somebody of a mall has to look at now: the same for all malls, but for codes that a mall has looked at. */
    public List<CarrierAlarm> alarms(MallId tenantId) {
        return Stream.concat(alarms.alarms(tenantId).stream(), quiet.alarms().stream())
                .toList();
    }

    /** Somebody of a mall has looked at an unknown code: its alarm ends there. False when there is no such code. */
    public boolean seen(MallId tenantId, long codeId, long staffId) {
        boolean found = unknown.seen(tenantId, codeId, staffId, clock.instant());
        live.touch(LiveTopics.BOARD);
        return found;
    }

    /** Takes {@link #seen} back. */
    public boolean unseen(MallId tenantId, long codeId) {
        boolean found = unknown.unseen(tenantId, codeId);
        live.touch(LiveTopics.BOARD);
        return found;
    }

    /** As it is now; numbers in doubt and looks at codes only of this mall. */
    public Health health(MallId tenantId) {
        Instant now = clock.instant();
        List<Outcome> outcomes = repository.outcomes(now.minus(DAY));
        List<RouteHealth> health = Arrays.stream(Source.values())
                .map(source -> of(
                        source,
                        outcomes.stream()
                                .filter(each -> each.source().equals(source.id()))
                                .toList()))
                .toList();
        return new Health(
                health,
                quiet.alarms(),
                repository.loads(now, now.minus(DAY)),
                repository.unknownCodes(tenantId),
                repository.doubts(tenantId));
    }

    private RouteHealth of(Source source, List<Outcome> outcomes) {
        Optional<OpenRoute> route =
                routes.open().stream().filter(open -> open.source() == source).findFirst();
        Instant lastAnswer = outcomes.stream()
                .filter(Outcome::isWell)
                .map(Outcome::lastAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<Outcome> failures = outcomes.stream()
                .filter(each -> !each.isWell() && each.calls() > 0)
                .toList();
        Outcome lastFailure = outcomes.stream()
                .filter(each -> !each.isWell())
                .max(Comparator.comparing(Outcome::lastAt))
                .orElse(null);
        return new RouteHealth(
                source.id(),
                source.title(),
                route.map(open -> wellness(open, lastAnswer, lastFailure)).orElse(Wellness.OFF),
                route.map(OpenRoute::callsLeft).orElse(0),
                route.map(OpenRoute::callsPerMinute).orElse(0),
                outcomes.stream()
                        .filter(Outcome::isWell)
                        .mapToLong(Outcome::calls)
                        .sum(),
                lastAnswer,
                failures,
                lastFailure);
    }

    private static Wellness wellness(OpenRoute route, @Nullable Instant lastAnswer, @Nullable Outcome lastFailure) {
        if (route.isLeftAlone()) {
            return Wellness.LEFT_ALONE;
        }
        if (lastFailure != null && (lastAnswer == null || lastFailure.lastAt().isAfter(lastAnswer))) {
            return Wellness.TROUBLED;
        }
        return lastAnswer == null ? Wellness.WAITING : Wellness.WELL;
    }
}
