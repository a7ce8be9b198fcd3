package kr.dochak.promise.windows;

import java.time.Duration;
import kr.dochak.promise.silence.SilenceSettings;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import kr.dochak.shared.Won;
import org.springframework.stereotype.Component;

/** What is policy about learning, silence and warnings of delays, as it counts now (SET-1). */
@Component
public class PromiseNumbers {

    /** How far back deliveries still say something about today (PRM-5). */
    static final Setting<Duration> LEARN_FROM =
            Setting.span("promise.learn-from", Section.FORECAST, Unit.DAYS, 14, 730, 60);
    /** Fewer deliveries make no model (PRM-5). */
    static final Setting<Integer> LEAST_DELIVERIES =
            Setting.count("promise.least-deliveries", Section.FORECAST, Unit.PARCELS, 100, 1_000_000, 1_000);
    /** What a warning of a parcel that then comes in time costs (PRM-4). */
    static final Setting<Won> WRONG = Setting.won("promise.warning.wrong", Section.FORECAST, 1, 1_000_000, 4_500);
    /** What a delay costs the customer was not warned of (PRM-4). */
    static final Setting<Won> MISSED = Setting.won("promise.warning.missed", Section.FORECAST, 0, 1_000_000, 500);
    /** Which share of the delivered parcels of a lane had no longer gap than the usual one (TRK-4). */
    static final Setting<Double> SILENCE_SHARE =
            Setting.share("promise.silence.share", Section.FORECAST, Unit.PERCENT, 50, 99, 98);
    /** Fewer deliveries do not show what is usual on a lane. */
    static final Setting<Integer> SILENCE_DELIVERIES =
            Setting.count("promise.silence.deliveries", Section.FORECAST, Unit.PARCELS, 1, 10_000, 50);
    /** The gap where nothing was learned yet. */
    static final Setting<Duration> SILENCE_USUAL =
            Setting.span("promise.silence.usual", Section.FORECAST, Unit.HOURS, 1, 240, 36);
    /** A learned gap is never shorter; its most is under the least of {@link #SILENCE_MOST}. */
    static final Setting<Duration> SILENCE_LEAST =
            Setting.span("promise.silence.least", Section.FORECAST, Unit.HOURS, 1, 48, 14);
    /** A learned gap is never longer. */
    static final Setting<Duration> SILENCE_MOST =
            Setting.span("promise.silence.most", Section.FORECAST, Unit.HOURS, 48, 720, 120);
    /** How long after its hand-over the first scan may take. */
    static final Setting<Duration> UNSCANNED =
            Setting.span("promise.silence.unscanned", Section.FORECAST, Unit.HOURS, 1, 240, 36);

    private final Settings settings;
    private final PromiseSettings given;

    PromiseNumbers(Settings settings, PromiseSettings given) {
        this.settings = settings;
        this.given = given;
    }

    /** How often this machine looks whether there is enough new to learn from; not policy. */
    public Duration relearnEvery() {
        return given.relearnEvery();
    }

    public Duration learnFrom() {
        return settings.of(LEARN_FROM);
    }

    public int leastDeliveries() {
        return settings.of(LEAST_DELIVERIES);
    }

    public WarningCosts warning() {
        return new WarningCosts(settings.of(WRONG).amount(), settings.of(MISSED).amount());
    }

    public SilenceSettings silence() {
        return new SilenceSettings(
                settings.of(SILENCE_SHARE),
                settings.of(SILENCE_DELIVERIES),
                settings.of(SILENCE_USUAL),
                settings.of(SILENCE_LEAST),
                settings.of(SILENCE_MOST),
                settings.of(UNSCANNED));
    }
}
