package kr.dochak.alerts;

import com.github.benmanes.caffeine.cache.Cache;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import kr.dochak.alerts.rules.Duty;
import kr.dochak.alerts.rules.Hearers;
import kr.dochak.alerts.rules.Rules;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffMember;
import kr.dochak.live.LiveTopics;
import kr.dochak.shared.MallId;
import kr.dochak.time.TimedCache;
import kr.dochak.time.WorldClock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What rings at whose bell. One count for each mall and moment serves all who look. */
@Component
public class AlertBell {

    private static final Duration FRESH = Duration.ofMillis(500);

    private final AlertList list;
    private final AlertKinds kinds;
    private final Rules rules;
    private final Duty duty;
    private final Malls malls;
    private final LiveTopics live;
    private final WorldClock clock;
    private final Cache<MallId, Ringing> counted = TimedCache.lasting(FRESH, InstantSource.system());

    /** What rings in a mall, and who of it is on duty. */
    private record Ringing(List<AlertList.Ringing> lines, Set<Long> onDuty) {}

    AlertBell(
            AlertList list, AlertKinds kinds, Rules rules, Duty duty, Malls malls, LiveTopics live, WorldClock clock) {
        this.list = list;
        this.kinds = kinds;
        this.rules = rules;
        this.duty = duty;
        this.malls = malls;
        this.live = live;
        this.clock = clock;
    }

    int count(StaffMember staff) {
        MallId mall = staff.tenantId();
        if (clock.mode() == WorldClock.Mode.DRIVEN) {
            counted.invalidate(mall);
        }
        Ringing ringing = counted.get(mall, this::read);
        Hearers.Present now = new Hearers.Present(List.of(staff), ringing.onDuty(), List.of());
        return ringing.lines().stream()
                .filter(line -> kinds.byKey(line.kind())
                        .filter(kind -> Hearers.atTheBell(kind, line.step(), rules.of(mall, kind), staff, now))
                        .isPresent())
                .mapToInt(AlertList.Ringing::alerts)
                .sum();
    }

    private Ringing read(MallId mall) {
        Instant now = clock.instant();
        List<AlertList.Ringing> lines = list.ringing(mall);
        return new Ringing(lines, lines.isEmpty() ? Set.of() : duty.onDuty(mall, now));
    }

    /** Something rings or rings no more; after the commit the pages of the mall hear of it, or those of all malls. */
    public void changed(MallId mall) {
        List<MallId> heard = mall.equals(MallId.DEFAULT)
                ? malls.all().stream().map(Mall::tenantId).toList()
                : List.of(mall);
        afterwards(() -> counted.invalidateAll(heard));
        live.touchAll(heard, AlertTopic::of);
    }

    /** What was counted before the commit is not what rings after it. */
    private static void afterwards(Runnable forget) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                forget.run();
            }
        });
    }
}
