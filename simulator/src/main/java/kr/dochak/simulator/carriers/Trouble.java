package kr.dochak.simulator.carriers;

import java.util.ArrayList;
import java.util.List;
import kr.dochak.simulator.korea.Dice;

/** What may happen to a parcel on its way, and how many of a thousand it happens to. */
public enum Trouble {
    NONE(888),
    RECIPIENT_ABSENT(35),
    LINE_HAUL(25),
    SILENT(12),
    MISSORTED(9),
    WRONG_ADDRESS(6),
    WEATHER(8),
    DAMAGED(4),
    LOST(3),
    SLOW_LAST_MILE(10);

    private final int ofThousand;

    Trouble(int ofThousand) {
        this.ofThousand = ofThousand;
    }

    public static Trouble befalling(Dice dice) {
        return dice.weighted(List.of(values()), trouble -> trouble.ofThousand);
    }

    /** The route with this trouble on it. */
    public List<Step> on(List<Step> route, Dice dice) {
        return switch (this) {
            case NONE -> route;
            case RECIPIENT_ABSENT -> retried(route, "RECIPIENT_ABSENT");
            case WRONG_ADDRESS -> retried(route, "ADDRESS_WRONG");
            case LINE_HAUL -> delayed(route, "LINE_HAUL_DELAY", "LINE_HAUL");
            case WEATHER -> delayed(route, "WEATHER", "WEATHER");
            case SILENT -> waiting(route, Stage.LOCAL_IN, dice.between(2, 4), "LINE_HAUL");
            case SLOW_LAST_MILE -> waiting(route, Stage.OUT, 1, "LAST_MILE");
            case MISSORTED -> missorted(route);
            case DAMAGED -> damaged(route);
            case LOST -> lost(route, dice.between(3, 5));
        };
    }

    private static List<Step> retried(List<Step> route, String reason) {
        Step out = step(route, Stage.OUT);
        List<Step> steps = until(route, Stage.DELIVERED);
        steps.add(Step.of(Stage.MISSED, out.place(), Hours.at("12:00", "20:00", 60, 420))
                .because(reason));
        steps.add(out.waiting(reason.equals("ADDRESS_WRONG") ? 2 : 1)
                .because(reason)
                .inVain(reason.equals("ADDRESS_WRONG") ? "ADDRESS" : "ABSENCE"));
        steps.add(step(route, Stage.DELIVERED));
        return List.copyOf(steps);
    }

    private static List<Step> delayed(List<Step> route, String reason, String cause) {
        return waiting(route, Stage.LOCAL_IN, 1, cause).stream()
                .map(step -> step.stage() == Stage.LOCAL_IN ? step.because(reason) : step)
                .toList();
    }

    private static List<Step> waiting(List<Step> route, Stage stage, int days, String cause) {
        return route.stream()
                .map(step -> step.stage() == stage ? step.waiting(days).troubled(cause) : step)
                .toList();
    }

    private static List<Step> missorted(List<Step> route) {
        Step local = step(route, Stage.LOCAL_IN);
        List<Step> steps = until(route, Stage.LOCAL_IN);
        steps.add(Step.of(Stage.WRONG_PLACE, "군포터미널", local.hours()).because("MISSORTED"));
        steps.add(local.waiting(1).troubled("MISSORTED"));
        steps.addAll(route.subList(route.indexOf(local) + 1, route.size()));
        return List.copyOf(steps);
    }

    private static List<Step> damaged(List<Step> route) {
        Step local = step(route, Stage.LOCAL_IN);
        List<Step> steps = until(route, Stage.OUT);
        steps.add(Step.of(Stage.ACCIDENT, local.place(), Hours.any(30, 90))
                .because("DAMAGED")
                .inVain("DAMAGED"));
        steps.add(Step.of(Stage.RETURNING, local.place(), Hours.at("18:00", "20:00", 120, 60)));
        steps.add(Step.of(Stage.RETURNED, route.getFirst().place(), Hours.at("10:00", "17:00", 600, 300)));
        return List.copyOf(steps);
    }

    private static List<Step> lost(List<Step> route, int days) {
        Step local = step(route, Stage.LOCAL_IN);
        List<Step> steps = until(route, Stage.LOCAL_IN);
        steps.add(Step.of(
                        Stage.ACCIDENT,
                        local.place(),
                        Hours.at("10:00", "17:00", 60, 300).waiting(days))
                .because("LOST")
                .inVain("LOST"));
        return List.copyOf(steps);
    }

    private static List<Step> until(List<Step> route, Stage stage) {
        return new ArrayList<>(route.subList(0, route.indexOf(step(route, stage))));
    }

    private static Step step(List<Step> route, Stage stage) {
        return route.stream().filter(step -> step.stage() == stage).findFirst().orElseThrow();
    }
}
