package kr.dochak.console.settings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.console.DateText;
import kr.dochak.pages.Field;
import kr.dochak.settings.ChangeOutcome.Why;
import kr.dochak.settings.ChangeOutcome.Wish;
import kr.dochak.settings.Setting;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * A change as somebody types it in; everything may be missing.
 *
 * @param day from when it counts; from now on when it is empty
 * @param house whether it is for all malls
 * @param seen the last change that the page showed
 */
public record SettingForm(
        @Nullable String number,
        @Nullable String day,
        @Nullable String reason,
        @Nullable Boolean house,
        @Nullable Long seen) {

    private static final Map<Why, String> FIELD_OF = Map.of(
            Why.NO_NUMBER, "number",
            Why.TOO_SMALL, "number",
            Why.TOO_LARGE, "number",
            Why.THE_SAME, "number",
            Why.NO_REASON, "reason",
            Why.IN_THE_PAST, "day",
            Why.FAR, "day");

    /** Whether anything was typed in at all. */
    boolean isBlank() {
        return number == null;
    }

    /** Whether it is meant for all malls; where a mall has no number of its own it can be for nobody else. */
    boolean isOfHouse(Setting<?> setting) {
        return !setting.perMall() || Boolean.TRUE.equals(house);
    }

    /** Empty where the day cannot be read. */
    Optional<Wish> wish(Setting<?> setting, Instant now) {
        Optional<Instant> from = text(day).isBlank()
                ? Optional.of(now)
                : DateText.read(text(day), Seoul.dateOf(now)).map(date -> begin(date, now));
        return from.map(at -> new Wish(setting.key(), text(number), at, text(reason), seen == null ? 0 : seen));
    }

    /** The same from now on, so that the rest is judged too where the day cannot be read. */
    Wish fromNow(Setting<?> setting, Instant now) {
        return new Wish(setting.key(), text(number), now, text(reason), seen == null ? 0 : seen);
    }

    /** Today means from now on. */
    private static Instant begin(LocalDate date, Instant now) {
        return date.equals(Seoul.dateOf(now)) ? now : Seoul.startOf(date);
    }

    /** The fields below the sentence. */
    List<Field> fields(boolean mayHouse, Setting<?> setting, @Nullable Why why, boolean unreadable, Words words) {
        List<Field> fields = new ArrayList<>();
        if (mayHouse && setting.perMall()) {
            fields.add(Field.choice(
                            "house",
                            words.word("settings.whose"),
                            String.valueOf(isOfHouse(setting)),
                            List.of(
                                    new Field.Option("false", words.word("settings.whose.mall")),
                                    new Field.Option("true", words.word("settings.whose.house"))))
                    .needed());
        }
        Field date = Field.text("day", words.word("settings.day"), text(day))
                .type("date")
                .help(words.word("settings.day.help"));
        fields.add(unreadable ? date.error(words.word("settings.wrong.DAY")) : wrong(date, why, setting, words));
        fields.add(wrong(
                Field.text("reason", words.word("settings.reason"), text(reason))
                        .needed()
                        .help(words.word("settings.reason.help")),
                why,
                setting,
                words));
        return fields;
    }

    /** The field in the sentence, which the summary of errors leads to. */
    Field numberField(long now, @Nullable Why why, Setting<?> setting, Words words) {
        Field field = Field.text(
                        "number", words.word("settings.number"), number == null ? SettingWords.number(now) : number)
                .help(words.word(
                        "settings.bounds",
                        SettingWords.number(setting.least()),
                        SettingWords.number(setting.most()),
                        SettingWords.number(setting.usual())))
                .needed();
        return wrong(field, why, setting, words);
    }

    private static Field wrong(Field field, @Nullable Why why, Setting<?> setting, Words words) {
        return why != null && field.name().equals(FIELD_OF.get(why))
                ? field.error(words.word(
                        "settings.wrong." + why,
                        SettingWords.number(setting.least()),
                        SettingWords.number(setting.most())))
                : field;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
