package kr.dochak.simulator.carriers;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.simulator.korea.Place;
import kr.dochak.simulator.malls.Centre;
import kr.dochak.simulator.malls.Slot;

/** The steps a parcel takes when nothing goes wrong. */
public final class Route {

    private static final Hours AT_ONCE = Hours.any(0, 0);

    private Route() {}

    /** Collected in the evening, sorted at night, at the local terminal by breakfast, delivered in the afternoon. */
    public static List<Step> overnight(Carrier carrier, Centre from, Place to) {
        String hub = Hub.sortingFor(carrier, to.area()).title();
        String origin = terminal(carrier, from.title().replace("센터", ""));
        String local = terminal(carrier, to.branch());
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(Stage.REGISTERED, from.title(), AT_ONCE));
        steps.add(Step.of(Stage.COLLECTED, origin, Hours.at("17:30", "19:15", 5, 90)));
        steps.add(Step.of(Stage.DEPARTED, origin, Hours.at("19:20", "21:00", 10, 70)));
        steps.add(Step.of(Stage.HUB_IN, hub, Hours.at("21:00", "23:55", 60, 150)));
        steps.add(Step.of(Stage.HUB_OUT, hub, Hours.at("00:30", "04:00", 30, 200)));
        if (to.ferryDays() > 0) {
            String port = to.area().equals("제주") ? "제주항" : to.branch() + "항";
            steps.add(Step.of(
                    Stage.FERRY, port, Hours.at("13:00", "17:00", 240, 120).waiting(to.ferryDays() - 1)));
        }
        steps.add(Step.of(Stage.LOCAL_IN, local, Hours.at("05:00", "20:00", 100, 150)));
        steps.add(Step.of(Stage.OUT, local, Hours.at("08:00", "12:00", 20, 200).onDeliveryDays()));
        steps.add(Step.of(
                Stage.DELIVERED, local, Hours.at("12:00", "21:00", 60, 520).onDeliveryDays()));
        return List.copyOf(steps);
    }

    /** A timed slot: straight from the centre to the neighbourhood, without a hub; late by so much. */
    public static List<Step> timed(Carrier carrier, Centre from, Place to, Slot slot, int lateMinutes) {
        String local = terminal(carrier, to.branch());
        LocalTime leaves = slot.leaves().toLocalTime();
        LocalTime out = slot.from().toLocalTime().minusMinutes(70);
        LocalTime first = slot.from().toLocalTime().plusMinutes(5);
        Step delivered = Step.of(Stage.DELIVERED, local, between(first.plusMinutes(lateMinutes), 105));
        return List.of(
                Step.of(Stage.REGISTERED, from.title(), AT_ONCE),
                Step.of(Stage.COLLECTED, from.title(), between(leaves, 20)),
                Step.of(Stage.LOCAL_IN, local, between(out.minusMinutes(40), 30)),
                Step.of(Stage.OUT, local, between(out, 40)),
                lateMinutes == 0
                        ? delivered
                        : delivered.usually(between(first, 105)).troubled("LAST_MILE"));
    }

    private static Hours between(LocalTime from, int minutes) {
        return new Hours(from, from.plusMinutes(minutes), 1, minutes, 0, false);
    }

    public static String terminal(Carrier carrier, String name) {
        return switch (carrier) {
            case CJ -> name + "SUB";
            case HANJIN -> name + "터미널";
            case LOTTE -> name + "대리점";
            case EPOST -> name + "우체국";
            case LOGEN -> name + "지점";
            case COUPANG_LS -> name + "캠프";
        };
    }
}
