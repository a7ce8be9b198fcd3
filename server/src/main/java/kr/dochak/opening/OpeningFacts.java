package kr.dochak.opening;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dochak.backup.LastBackup;
import kr.dochak.identity.Right;
import kr.dochak.identity.Staff;
import kr.dochak.identity.malls.MallDesk;
import kr.dochak.identity.malls.MallKey;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PublicUrl;
import kr.dochak.tracking.carriers.health.Integrations;
import org.springframework.stereotype.Component;

/** Looks the facts up that nobody needs to tick (SET-2). */
@Component
class OpeningFacts {

    private static final Duration DAY = Duration.ofHours(24);

    private final PublicUrl url;
    private final Staff staff;
    private final MallDesk malls;
    private final Integrations carriers;
    private final LastBackup backup;
    private final OpeningTests tests;
    private final InstantSource clock;

    OpeningFacts(
            PublicUrl url,
            Staff staff,
            MallDesk malls,
            Integrations carriers,
            LastBackup backup,
            OpeningTests tests,
            InstantSource clock) {
        this.url = url;
        this.staff = staff;
        this.malls = malls;
        this.carriers = carriers;
        this.backup = backup;
        this.tests = tests;
        this.clock = clock;
    }

    LineState look(OpeningLine line, MallId mall) {
        return switch (line) {
            case ADDRESS -> LineState.found(line, url.isEncrypted() && !url.isHere(), 0, null);
            case SECOND_ADMIN -> admins(mall);
            case PEOPLE -> people(mall);
            case KEY -> key(mall);
            case CARRIER -> carrier(mall);
            case SENDER -> tests.arrived(mall);
            case PAST -> tests.past(mall);
            case BACKUP -> last(line, backup.at());
            case TRIAL -> last(line, tests.delivered(mall));
            default -> LineState.missing(line);
        };
    }

    private static LineState last(OpeningLine line, Optional<Instant> at) {
        return at.map(when -> LineState.found(line, true, 1, when)).orElseGet(() -> LineState.missing(line));
    }

    private LineState admins(MallId mall) {
        long admins = staff.all(mall).stream()
                .filter(member -> member.may(Right.STAFF_SET))
                .count();
        return LineState.found(OpeningLine.SECOND_ADMIN, admins >= 2, admins, null);
    }

    /** Somebody besides the administrators works here. */
    private LineState people(MallId mall) {
        long others = staff.all(mall).stream()
                .filter(member -> !member.may(Right.STAFF_SET))
                .count();
        return LineState.found(OpeningLine.PEOPLE, others > 0, others, null);
    }

    private LineState key(MallId mall) {
        List<Instant> used = malls.keys(mall).stream()
                .map(MallKey::usedAt)
                .filter(Objects::nonNull)
                .sorted(Comparator.reverseOrder())
                .toList();
        return used.isEmpty()
                ? LineState.missing(OpeningLine.KEY)
                : LineState.found(OpeningLine.KEY, true, used.size(), used.getFirst());
    }

    private LineState carrier(MallId mall) {
        Instant since = clock.instant().minus(DAY);
        Integrations.Health health = carriers.health(mall);
        Optional<Instant> last = Stream.concat(
                        health.routes().stream().map(Integrations.RouteHealth::lastAnswer),
                        health.loads().stream()
                                .filter(load -> !Carrier.isTrial(load.carrier().value()) && load.scans() > 0)
                                .map(Integrations.CarrierLoad::lastScanAt))
                .filter(Objects::nonNull)
                .filter(at -> at.isAfter(since))
                .max(Comparator.naturalOrder());
        return last(OpeningLine.CARRIER, last);
    }
}
