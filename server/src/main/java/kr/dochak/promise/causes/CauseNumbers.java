package kr.dochak.promise.causes;

import java.time.Duration;
import kr.dochak.promise.causes.CauseSettings.SituationSettings;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import org.springframework.stereotype.Component;

/** What counts as lost time and as a situation, as it is now (SET-1, PRM-4); {@link CauseSettings} says what each means. */
@Component
class CauseNumbers {

    static final Setting<Duration> LEAST =
            Setting.span("promise.causes.least", Section.FORECAST, Unit.MINUTES, 5, 1_440, 60);
    static final Setting<Duration> BEHIND =
            Setting.span("promise.causes.behind", Section.FORECAST, Unit.MINUTES, 5, 1_440, 60);
    static final Setting<Duration> AGAIN =
            Setting.span("promise.causes.again", Section.FORECAST, Unit.HOURS, 1, 96, 18);
    static final Setting<Duration> UNLEARNED =
            Setting.span("promise.causes.unlearned", Section.FORECAST, Unit.HOURS, 1, 240, 24);
    static final Setting<Integer> SITUATION_LEAST =
            Setting.count("promise.causes.situation.least", Section.FORECAST, Unit.PARCELS, 2, 1_000, 4);
    static final Setting<Integer> STANDING =
            Setting.count("promise.causes.situation.standing", Section.FORECAST, Unit.PARCELS, 1, 1_000, 2);
    static final Setting<Double> LIFT =
            Setting.share("promise.causes.situation.lift", Section.FORECAST, Unit.PERCENT, 100, 2_000, 200);
    static final Setting<Double> BEYOND =
            Setting.share("promise.causes.situation.beyond", Section.FORECAST, Unit.PERCENT, 100, 2_000, 150);
    /** In how many looks chance alone makes so many late once. */
    static final Setting<Integer> CHANCE_IN = Setting.count(
            "promise.causes.situation.chance-in", Section.FORECAST, Unit.TIMES, 100, 1_000_000_000, 100_000);

    static final Setting<Integer> CHANCE_IN_OF_NIGHT = Setting.count(
            "promise.causes.situation.chance-in-of-night", Section.FORECAST, Unit.TIMES, 100, 1_000_000_000, 10_000);
    static final Setting<Double> FLOOR =
            Setting.share("promise.causes.situation.floor", Section.FORECAST, Unit.PERCENT, 1, 500, 10);
    static final Setting<Double> OF_ITSELF =
            Setting.share("promise.causes.situation.of-itself", Section.FORECAST, Unit.PER_MILLE, 0, 500, 30);
    static final Setting<Double> OF_ITSELF_TOLD =
            Setting.share("promise.causes.situation.of-itself-told", Section.FORECAST, Unit.PER_MILLE, 0, 500, 10);
    static final Setting<Integer> NIGHTS =
            Setting.count("promise.causes.situation.nights", Section.FORECAST, Unit.TIMES, 1, 14, 2);
    static final Setting<Double> MOST_HUBS =
            Setting.share("promise.causes.situation.most-hubs", Section.FORECAST, Unit.PERCENT, 10, 100, 70);

    private final Settings settings;

    CauseNumbers(Settings settings) {
        this.settings = settings;
    }

    /** All of them as they count now. */
    CauseSettings now() {
        return new CauseSettings(
                settings.of(LEAST),
                settings.of(BEHIND),
                settings.of(AGAIN),
                settings.of(UNLEARNED),
                new SituationSettings(
                        settings.of(SITUATION_LEAST),
                        settings.of(STANDING),
                        settings.of(LIFT),
                        settings.of(BEYOND),
                        1. / settings.of(CHANCE_IN),
                        1. / settings.of(CHANCE_IN_OF_NIGHT),
                        settings.of(FLOOR),
                        settings.of(OF_ITSELF),
                        settings.of(OF_ITSELF_TOLD),
                        settings.of(NIGHTS),
                        settings.of(MOST_HUBS)));
    }
}
