package kr.dochak.simulator.history;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    /** @param punctual whether the clock stops for it; else it happens where the clock stops next */
    private record Act(LocalDateTime at, Runnable deed, boolean punctual) {}

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
        // last week's: the hub of the capital stands still for two nights, and what its carrier has under way is late
        punctually(5, 23, () -> world().jam(Hub.GONJIAM, 34));
        at(5, 16, errands::webhooksFail);
        at(4, 11, errands::closeDaysToCome);
        at(3, 13, errands::wishToLeave);
        at(2, 20, errands::showHistory);
        // and last night's, which is still on the board
        punctually(1, 22, () -> world().jam(Hub.LOTTE_MEGA, 9));
        decisions(errands);
        acts.sort(Comparator.comparing(Act::at));
    }

    /** What was decided in those weeks; the last two wait for whoever looks at the demo. */
    private void decisions(Errands errands) {
        Decisions rainbow = errands.ofRainbow();
        Decisions hangang = errands.ofHangang();
        at(22, 15, () -> rainbow.askGoodwill(0, 3_000, "도착 시간을 두 번 바꿔 드려서 죄송한 마음으로 드려요"));
        at(21, 11, rainbow::leadAgrees);
        at(17, 15, () -> rainbow.changeASetting("care.reopen-within", 10, "받고 일주일이 지나 다시 물어보시는 분이 많아요"));
        at(15, 15, () -> hangang.askGoodwill(0, 5_000, "선물 날짜를 맞추지 못해서 드려요"));
        at(14, 11, hangang::leadAgrees);
        at(13, 14, () -> rainbow.askForAText("shipped", "상품을 택배사에 맡겼어요.", "상품을 꼼꼼히 포장해서 택배사에 맡겼어요."));
        at(12, 11, rainbow::adminAgrees);
        at(9, 15, () -> rainbow.askGoodwill(1, 30_000, "여러 번 기다리셔서 크게 드리고 싶어요"));
        at(8, 11, () -> rainbow.leadRefuses("정해진 보상이 이미 들어가서 이번에는 드리지 않기로 했어요"));
        at(6, 15, () -> rainbow.askForAPolicy(end.toLocalDate().plusDays(6)));
        at(5, 11, rainbow::adminAgrees);
        at(4, 15, () -> rainbow.askGoodwill(2, 4_000, "허브가 멈춰서 이틀 늦게 받으셨어요"));
        at(3, 11, rainbow::leadAgrees);
        at(1, 15, () -> rainbow.askForAText("out-for-delivery", "상품을 싣고 출발했어요", "상품을 싣고 방금 출발했어요"));
        at(1, 16, () -> rainbow.askGoodwill(3, 5_000, "문 앞이 아니라 1층에 놓여 있었대요. 다시 찾으러 내려가셨어요"));
    }

    private World world() {
        return korea.catchUp().orElseThrow();
    }

    private void at(int daysBefore, int hour, Runnable deed) {
        add(daysBefore, hour, deed, false);
    }

    private void punctually(int daysBefore, int hour, Runnable deed) {
        add(daysBefore, hour, deed, true);
    }

    private void add(int daysBefore, int hour, Runnable deed, boolean punctual) {
        acts.add(new Act(end.minusDays(daysBefore).toLocalDate().atTime(hour, 0), deed, punctual));
    }

    LocalDateTime begin() {
        return end.minus(Duration.ofDays(DAYS));
    }

    /** When the clock must stop next: a jam of the night that began in the morning would catch nothing. */
    Optional<LocalDateTime> next() {
        return acts.stream().skip(played).filter(Act::punctual).map(Act::at).findFirst();
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
