package kr.dochak.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kr.dochak.shared.BusinessCalendar;
import kr.dochak.shared.Seoul;

/** What will happen, drawn from a seed: who orders when, what leaves when, where it goes wrong, and when we hear of it. */
final class Plan {

    /** What somebody sends at a moment. */
    sealed interface Act {
        Instant at();

        record Order(Instant at, Map<String, Object> body) implements Act {}

        record Shipment(Instant at, Map<String, Object> body) implements Act {}

        record Scan(Instant at, Map<String, Object> body) implements Act {}

        record Cancel(Instant at, String orderNo) implements Act {}

        record Pay(Instant at, String orderNo) implements Act {}

        record Prepare(Instant at, String orderNo, String step) implements Act {}
    }

    private static final List<String> CARRIERS = List.of("kr.cjlogistics", "kr.cjlogistics", "kr.hanjin", "kr.lotte");
    private static final List<String> PLACES = List.of("서울", "서울", "경기", "경기", "부산", "대전", "제주");
    private static final int[] HOURS = {0, 7, 8, 9, 10, 10, 11, 11, 12, 13, 14, 15, 16, 19, 20, 21, 21, 22, 22, 23};

    private final BusinessCalendar calendar = BusinessCalendar.korea();
    private final Random random;
    private final String name;
    private final LocalDate first;
    private final int days;
    private final LocalDate jam;
    private final List<Act> acts = new ArrayList<>();
    private int numbers;

    Plan(long seed, String name, LocalDate first, int days, int ordersPerDay) {
        this.random = new Random(seed);
        this.name = name;
        this.first = first;
        this.days = days;
        this.jam = first.plusDays(4 + random.nextInt(Math.max(1, days - 6)));
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < ordersPerDay; i++) {
                order(first.plusDays(day));
            }
        }
        AnyOrder any = new AnyOrder(random, name, acts);
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < ordersPerDay / 5; i++) {
                any.place(on(first.plusDays(day), HOURS[random.nextInt(HOURS.length)], 59));
            }
        }
    }

    List<Act> acts() {
        return acts;
    }

    Instant begins() {
        return Seoul.instant(first, LocalTime.MIDNIGHT);
    }

    /** A week after the last order, when what can still come has come. */
    Instant ends() {
        return Seoul.instant(first.plusDays(days + 6), LocalTime.MIDNIGHT);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Instant on(LocalDate day, int hour, int minutesSpread) {
        return Seoul.instant(day, LocalTime.of(hour, 0)).plusSeconds(random.nextInt(minutesSpread * 60));
    }

    private void order(LocalDate day) {
        Instant at = on(day, HOURS[random.nextInt(HOURS.length)], 59);
        String no = name + "-" + ++numbers;
        String carrier = CARRIERS.get(random.nextInt(CARRIERS.size()));
        String area = PLACES.get(random.nextInt(PLACES.size()));
        int lines = 1 + random.nextInt(3);
        long price = 1_000L * (5 + random.nextInt(80));
        acts.add(new Act.Order(at, order(no, at, carrier, area, lines, price)));
        if (chance(5)) { // the same again, and a revised one
            acts.add(new Act.Order(at.plusSeconds(600), order(no, at, carrier, area, lines, price)));
            acts.add(new Act.Order(at.plusSeconds(1_200), order(no, at, carrier, area, lines, price + 1_000)));
        }
        if (chance(4)) {
            acts.add(new Act.Cancel(at.plusSeconds(30L * random.nextInt(200)), no));
            return;
        }
        leave(day, at, no, carrier, area, lines);
    }

    private void leave(LocalDate day, Instant at, String no, String carrier, String area, int lines) {
        boolean early = Seoul.at(at).toLocalTime().isBefore(LocalTime.of(14, 0));
        LocalDate leaves = open(carrier, early ? day : day.plusDays(1));
        if (chance(5)) {
            leaves = open(carrier, leaves.plusDays(1 + random.nextInt(2)));
        }
        if (chance(12)) {
            acts.add(new Act.Prepare(on(leaves, 15, 30), no, "PICKING"));
            acts.add(new Act.Prepare(on(leaves, 16, 30), no, "PACKED"));
        }
        if (chance(1)) {
            acts.add(new Act.Cancel(on(leaves.plusDays(3), 11, 60), no));
        } else if (lines > 1 && chance(15)) {
            parcel(carrier, leaves, area, part(no, List.of(1)));
            parcel(carrier, chance(50) ? leaves : open(carrier, leaves.plusDays(1)), area, rest(no, lines));
        } else if (chance(4)) {
            String second = name + "-" + ++numbers;
            acts.add(new Act.Order(at, order(second, at, carrier, area, 1, 9_000)));
            parcel(carrier, leaves, area, part(no, List.of()), part(second, List.of()));
        } else {
            parcel(carrier, leaves, area, part(no, List.of()));
        }
    }

    private static Map<String, Object> part(String no, List<Integer> lines) {
        return Map.of("orderNo", no, "lines", lines);
    }

    private static Map<String, Object> rest(String no, int lines) {
        return part(no, lines == 2 ? List.of(2) : List.of(2, 3));
    }

    private LocalDate open(String carrier, LocalDate from) {
        boolean rests = !carrier.equals("kr.cjlogistics");
        LocalDate day = from;
        while (!calendar.open(day, rests, rests)) {
            day = day.plusDays(1);
        }
        return day;
    }

    @SafeVarargs
    private void parcel(String carrier, LocalDate leaves, String area, Map<String, Object>... orders) {
        String number = number(name, 7_000_000 + acts.size());
        Journey way = new Journey(carrier, number);
        Instant picked = on(leaves, 18, 45);
        Instant registered = chance(4) ? picked.plus(Duration.ofHours(9)) : picked.minusSeconds(random.nextInt(7_200));
        acts.add(new Act.Shipment(
                registered, Map.of("carrier", carrier, "trackingNumber", number, "orders", List.of(orders))));
        way.scan(picked, "PICKED_UP", "", "인천센터");
        way.scan(picked.plusSeconds(4_000), "IN_TRANSIT", "", "인천터미널");
        way.scan(on(leaves, 22, 80), "IN_TRANSIT", "", "곤지암HUB");
        boolean jammed = leaves.equals(jam) && carrier.equals("kr.cjlogistics");
        if (jammed) {
            way.scan(on(leaves.plusDays(1), 3, 20), "IN_TRANSIT", "HUB_BACKLOG", "곤지암HUB");
        }
        int ferry = area.equals("제주") ? 1 : 0;
        LocalDate local = open(carrier, leaves.plusDays(1 + ferry + (jammed ? 1 : 0)));
        way.arrives(local);
    }

    /** A number that every carrier could have given: twelve digits, the last of which checks the others. */
    static String number(String name, int count) {
        long digits = Long.parseLong("6" + name.replaceAll("\\D", "") + count);
        return digits + "" + digits % 7;
    }

    private Map<String, Object> order(String no, Instant at, String carrier, String area, int lines, long price) {
        List<Map<String, Object>> items = new ArrayList<>();
        for (int line = 1; line <= lines; line++) {
            items.add(Map.of("line", line, "sku", "S" + line, "name", "전기포트", "quantity", 1, "unitPrice", price));
        }
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("orderNo", no);
        order.put("orderedAt", Seoul.at(at).toOffsetDateTime().toString());
        order.put("customer", Map.of("id", "C" + no, "name", "김하늘", "phone", "01012345678"));
        order.put("recipient", Map.of("name", "김하늘", "phone", "01012345678", "address1", area + " 길 1", "area", area));
        order.put("items", items);
        order.put("amounts", Map.of("items", price * lines, "shipping", 0, "discount", 0, "total", price * lines));
        order.put("shipFrom", Map.of("centre", "인천센터", "area", "인천"));
        order.put("carrier", carrier);
        return order;
    }

    /** One parcel's scans; each is heard of late, out of order, or twice. */
    private final class Journey {

        private final String carrier;
        private final String number;

        Journey(String carrier, String number) {
            this.carrier = carrier;
            this.number = number;
        }

        void scan(Instant occurred, String status, String reason, String place) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("carrier", carrier);
            body.put("trackingNumber", number);
            body.put(
                    "occurredAt", OffsetDateTime.ofInstant(occurred, Seoul.ZONE).toString());
            body.put("status", status);
            body.put("reason", reason);
            body.put("place", place);
            int late = random.nextInt(100);
            long seconds =
                    late < 85 ? random.nextInt(600) : late < 97 ? random.nextInt(21_600) : random.nextInt(172_800);
            acts.add(new Act.Scan(occurred.plusSeconds(seconds + 1), body));
            if (chance(10)) {
                acts.add(new Act.Scan(occurred.plusSeconds(seconds + 1 + random.nextInt(86_400)), body));
            }
        }

        void arrives(LocalDate day) {
            scan(on(day, 5, 60), "IN_TRANSIT", "", "강남SUB");
            switch (random.nextInt(100)) {
                case 0, 1 -> { // lost, and sometimes found
                    scan(on(day, 8, 30), "EXCEPTION", "LOST", "강남SUB");
                    if (chance(40)) {
                        scan(on(day.plusDays(2), 7, 30), "IN_TRANSIT", "", "강남SUB");
                        delivered(open(carrier, day.plusDays(2)));
                    }
                }
                case 2, 3 -> {
                    scan(on(day, 8, 30), "EXCEPTION", "DAMAGED", "강남SUB");
                    returned(day.plusDays(1));
                }
                case 4, 5 -> { // silent for days, or for ever
                    if (chance(70)) {
                        delivered(open(carrier, day.plusDays(3)));
                    }
                }
                case 6, 7, 8 -> {
                    visit(day, "RECIPIENT_ABSENT");
                    delivered(open(carrier, day.plusDays(1)));
                }
                case 9 -> {
                    visit(day, "REFUSED");
                    returned(day.plusDays(1));
                }
                default -> delivered(day);
            }
        }

        private void visit(LocalDate day, String reason) {
            scan(on(day, 9, 120), "OUT_FOR_DELIVERY", "", "강남SUB");
            scan(on(day, 13, 300), "ATTEMPT_FAIL", reason, "강남SUB");
        }

        private void delivered(LocalDate day) {
            scan(on(day, 9, 120), "OUT_FOR_DELIVERY", "", "강남SUB");
            scan(on(day, 12, 520), "DELIVERED", "", "강남SUB");
        }

        private void returned(LocalDate day) {
            scan(on(day, 9, 60), "RETURNING", "", "강남SUB");
            scan(on(day.plusDays(2), 10, 60), "RETURNED", "", "인천센터");
        }
    }
}
