package kr.dochak.journeys;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.time.WorldClock;

/**
 * Three days of trade in which everything happens that a page must be able to show: forty orders of one customer, names that
 * are too long, a parcel with twenty-five scans, and one parcel each that is late, silent, lost, damaged, failed, kept,
 * returned. Several may run in one world: the mark keeps their numbers apart.
 */
public final class BusyWeek {

    private static final List<String> GOODS = List.of(
            "유기농 감귤 5kg",
            "무선 전기포트 1.7L",
            "드립백 커피 20개입",
            "겨울 극세사 이불 퀸",
            "러닝화 270",
            "스포츠 양말 3켤레",
            "강아지 사료 7kg",
            "원목 협탁 & 무드 조명, 조립이 필요 없고 두 줄을 훌쩍 넘어가는 아주 긴 이름을 가진 거실 가구 세트 구성 (월넛/오크 중 택 1)");
    private static final List<String> HUBS =
            List.of("인천중구", "옥천HUB", "곤지암HUB", "대전HUB", "청원HUB", "이천MegaHub", "군포HUB", "강남A");

    private final Trade trade;
    private final WorldClock clock;
    private final String mark;
    private final List<Long> ids = new ArrayList<>();
    private final Trade.Buyer regular;

    public BusyWeek(Trade trade, WorldClock clock, String mark) {
        this.trade = trade;
        this.clock = clock;
        this.mark = mark;
        this.regular = new Trade.Buyer("busy-" + mark, "남궁선우", "010-7" + digits(3) + "-2741");
    }

    /** What became of which parcel; the number is the place of its order, from 0. */
    public enum Fate {
        LATE(24),
        SILENT(25),
        LOST(26),
        DAMAGED(27),
        ABSENT(28),
        RETURNING(29),
        AT_SHOP(30),
        MANY_SCANS(31),
        CANCELLED(38),
        SPLIT(39);

        private final int place;

        Fate(int place) {
            this.place = place;
        }
    }

    /** The customer with the forty orders. */
    public Trade.Buyer regular() {
        return regular;
    }

    /** The order of the regular customer to which this happened. */
    public long order(Fate fate) {
        return ids.get(fate.place);
    }

    /** An order that simply arrived. */
    public long arrived() {
        return ids.getFirst();
    }

    public String orderNo(int place) {
        return mark + "-%03d".formatted(place);
    }

    public String trackingNumber(int place) {
        return "61" + digits(6) + "%04d".formatted(place);
    }

    private String digits(int many) {
        return "%09d".formatted(Math.floorMod(mark.hashCode(), 1_000_000_000)).substring(9 - many);
    }

    public void happen() {
        Instant start = clock.instant();
        firstMorning();
        trade.until(start.plus(Duration.ofHours(8)));
        each(0, 32, "PICKED_UP", "", "인천중구");
        trade.until(start.plus(Duration.ofHours(16)));
        each(0, 24, "IN_TRANSIT", "", "옥천HUB");
        each(24, 25, "IN_TRANSIT", "HUB_BACKLOG", "옥천HUB");
        each(26, 32, "IN_TRANSIT", "", "곤지암HUB");
        wander(start);
        trade.until(start.plus(Duration.ofHours(25)));
        each(0, 24, "OUT_FOR_DELIVERY", "", "강남A");
        each(28, 29, "OUT_FOR_DELIVERY", "", "강남A");
        secondMorning();
        trade.until(start.plus(Duration.ofHours(30)));
        each(34, 38, "PICKED_UP", "", "인천중구");
        each(0, 24, "DELIVERED", "", "강남A");
        each(26, 27, "EXCEPTION", "LOST", "곤지암HUB");
        each(27, 28, "EXCEPTION", "DAMAGED", "곤지암HUB");
        each(28, 29, "ATTEMPT_FAIL", "RECIPIENT_ABSENT", "강남A");
        each(29, 30, "RETURNING", "REFUSED", "강남A");
        each(30, 31, "AVAILABLE_FOR_PICKUP", "", "GS25 역삼점");
        trade.until(start.plus(Duration.ofHours(40)));
        each(34, 38, "IN_TRANSIT", "", "옥천HUB");
        trade.until(start.plus(Duration.ofHours(49)));
        each(34, 37, "OUT_FOR_DELIVERY", "", "강남A");
        lastMorning();
        trade.until(start.plus(Duration.ofHours(53)));
        each(34, 35, "DELIVERED", "", "강남A");
        trade.until(start.plus(Duration.ofHours(55)));
    }

    private void firstMorning() {
        for (int i = 0; i < 34; i++) {
            boolean patient = i >= Fate.SILENT.place && i <= Fate.DAMAGED.place;
            Instant promised = patient ? clock.instant().plus(Duration.ofDays(6)) : null;
            ids.add((trade.order(orderNo(i), regular, promised, goods(i))).value());
        }
        for (int i = 60; i < 72; i++) {
            trade.order(orderNo(i), new Trade.Buyer("m-" + mark, "황보혜정", "010-7070-3333"), goods(i));
        }
        trade.order(
                orderNo(90),
                new Trade.Buyer("a-" + mark, "Christopher Alexander Hohenstein-Wittgenstein", "010-7070-1111"),
                "Seoul souvenir set");
        trade.order(orderNo(91), new Trade.Buyer("b-" + mark, "김솔", "010-7070-2222"), "양말");
        trade.settle();
        for (int i = 0; i < 33; i++) {
            trade.ship(trackingNumber(i), orderNo(i));
        }
        trade.settle();
    }

    /** A parcel that sees every hub of the country. */
    private void wander(Instant start) {
        int place = Fate.MANY_SCANS.place;
        for (int i = 0; i < 23; i++) {
            trade.until(start.plus(Duration.ofHours(16)).plus(Duration.ofMinutes(20L * (i + 1))));
            String reason = i == 11 ? "MISSORTED" : "";
            trade.scan(trackingNumber(place), "IN_TRANSIT", reason, HUBS.get(i % HUBS.size()));
        }
    }

    private void secondMorning() {
        for (int i = 34; i < 38; i++) {
            ids.add((trade.order(orderNo(i), regular, goods(i))).value());
        }
        trade.settle();
        for (int i = 34; i < 38; i++) {
            trade.ship(trackingNumber(i), orderNo(i));
        }
    }

    private void lastMorning() {
        ids.add((trade.order(orderNo(38), regular, goods(38))).value());
        ids.add((trade.order(orderNo(39), regular, "책상", "의자", "스탠드")).value());
        trade.settle();
        trade.cancel(orderNo(Fate.CANCELLED.place), "고객 변심");
        trade.ship(trackingNumber(39), orderNo(39), 1);
        trade.ship(trackingNumber(40), orderNo(39), 2);
        trade.settle();
        each(39, 40, "PICKED_UP", "", "인천중구");
    }

    private static String[] goods(int place) {
        String first = GOODS.get(place % GOODS.size());
        return place % 3 == 0 ? new String[] {first, GOODS.get((place + 1) % GOODS.size())} : new String[] {first};
    }

    private void each(int from, int to, String status, String reason, String place) {
        for (int i = from; i < to; i++) {
            trade.scan(trackingNumber(i), status, reason, place);
        }
    }
}
