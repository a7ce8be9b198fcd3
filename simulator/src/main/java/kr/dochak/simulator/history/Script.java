package kr.dochak.simulator.history;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kr.dochak.simulator.Korea;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Hub;
import kr.dochak.simulator.world.World;

/** What befell the company in those weeks that no chance brings: each at its moment, counted back from the end. */
public final class Script {

    /** How long it is, in days. */
    public static final int DAYS = 35;

    /** How long a test order is on its way, a station each second or two. */
    private static final Duration TRIAL = Duration.ofMinutes(2);

    private final LocalDateTime end;
    private final Korea korea;
    private final List<Act> acts = new ArrayList<>();
    private int played;

    private record Act(LocalDateTime at, Runnable deed) {}

    public Script(LocalDateTime end, Korea korea, Errands errands) {
        this.end = end;
        this.korea = korea;
        at(34, 10, () -> {
            errands.getReady();
            korea.clock().driveTo(korea.now().plus(TRIAL), Duration.ofSeconds(1));
        });
        at(33, 10, errands::registerWebhooks);
        at(26, 11, errands::closeAPastDay);
        at(19, 12, () -> world().slow(Carrier.LOGEN, .4));
        at(16, 12, () -> world().slow(Carrier.LOGEN, 0));
        at(12, 14, errands::takeACopy);
        Booth booth = errands.booth();
        at(10, 15, booth::importOrders);
        at(8, 17, booth::handOver);
        at(7, 9, booth::goOut);
        at(7, 15, booth::arrive);
        // last week's night: the hub of the capital stands still, and half of what is under way is late
        at(5, 23, () -> world().jam(Hub.GONJIAM, 11));
        at(5, 16, errands::webhooksFail);
        at(4, 11, errands::closeDaysToCome);
        at(3, 13, errands::wishToLeave);
        at(2, 20, errands::showHistory);
        // and last night's, which is still on the board
        at(1, 22, () -> world().jam(Hub.LOTTE_MEGA, 9));
        acts.sort(Comparator.comparing(Act::at));
    }

    private World world() {
        return korea.catchUp().orElseThrow();
    }

    private void at(int daysBefore, int hour, Runnable deed) {
        acts.add(new Act(end.minusDays(daysBefore).toLocalDate().atTime(hour, 0), deed));
    }

    LocalDateTime begin() {
        return end.minus(Duration.ofDays(DAYS));
    }

    /** What lies before has been played by a run before this one. */
    void skipTo(LocalDateTime moment) {
        while (played < acts.size() && !acts.get(played).at().isAfter(moment)) {
            played++;
        }
    }

    /** Whatever goes wrong with one of them, the others are played. */
    void play(LocalDateTime now) {
        while (played < acts.size() && !acts.get(played).at().isAfter(now)) {
            try {
                acts.get(played++).deed().run();
            } catch (RuntimeException wrong) {
                System.getLogger("history").log(System.Logger.Level.WARNING, "an act went wrong; going on", wrong);
            }
        }
    }
}
