package kr.dochak.care;

import java.time.Duration;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.springframework.stereotype.Component;

/** How care behaves where no policy table says it (SET-1). */
@Component
class CareSettings {

    /** A customer who writes about an order this long after its case was solved reopens it. */
    static final Setting<Duration> REOPEN_WITHIN = Setting.span("care.reopen-within", Section.CARE, Unit.DAYS, 1, 60, 7)
            .ofEachMall();
    /** An order of at least so much makes its case important (CAR-4: high value). */
    static final Setting<Won> IMPORTANT_FROM = Setting.won(
                    "care.important-from-won", Section.CARE, 10_000, 100_000_000, 300_000)
            .ofEachMall();
    /** Within how much working time a delivery request must have reached whoever carries the parcel (DSP-6). */
    static final Setting<Duration> PASS_ON_WITHIN = Setting.span(
                    "care.pass-on-within", Section.CARE, Unit.HOURS, 1, 9, 2)
            .ofEachMall();
    /** When a customer who was not reached is called again. */
    static final Setting<Duration> CALL_AGAIN_AFTER = Setting.span(
                    "care.call-again-after", Section.CARE, Unit.HOURS, 1, 48, 2)
            .ofEachMall();
    /** How many messages a customer may write about the same order within an hour. */
    static final Setting<Integer> MESSAGES_PER_HOUR =
            Setting.count("care.messages-per-hour", Section.CARE, Unit.TIMES, 5, 200, 20);
    /** As many by a tracking link, which anybody may hold. */
    static final Setting<Integer> MESSAGES_PER_HOUR_BY_LINK =
            Setting.count("care.messages-per-hour-by-link", Section.CARE, Unit.TIMES, 1, 50, 5);
    /** How long solved cases are kept; the law asks for three years, of which one may have a day more (EC-REC). */
    static final Setting<Duration> KEEP_SOLVED = Setting.span(
                    "care.keep-solved", Section.PRIVACY, Unit.DAYS, 1_096, 3_660, 1_096)
            .withSecondPerson();

    private final Settings settings;

    CareSettings(Settings settings) {
        this.settings = settings;
    }

    Duration reopenWithin(MallId mall) {
        return settings.of(REOPEN_WITHIN, mall);
    }

    Won importantFrom(MallId mall) {
        return settings.of(IMPORTANT_FROM, mall);
    }

    Duration passOnWithin(MallId mall) {
        return settings.of(PASS_ON_WITHIN, mall);
    }

    Duration callAgainAfter(MallId mall) {
        return settings.of(CALL_AGAIN_AFTER, mall);
    }

    int messagesPerHour() {
        return settings.of(MESSAGES_PER_HOUR);
    }

    int messagesPerHourByLink() {
        return settings.of(MESSAGES_PER_HOUR_BY_LINK);
    }

    Duration keepSolved() {
        return settings.of(KEEP_SOLVED);
    }
}
