package kr.dochak.console.windows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.calendar.Declaration;
import kr.dochak.calendar.DeclareOutcome.Why;
import kr.dochak.calendar.Scope;
import kr.dochak.console.ConsoleWords;
import kr.dochak.console.DateText;
import kr.dochak.console.shipments.ShipmentFilters;
import kr.dochak.pages.Field;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** A day as somebody types it in; everything may be missing. */
public record CalendarForm(
        @Nullable String day,
        @Nullable Scope scope,
        @Nullable String carrier,
        @Nullable Boolean open,
        @Nullable String name,
        @Nullable String reason) {

    private static final Map<Why, String> FIELD_OF = Map.of(
            Why.PAST, "day",
            Why.FAR, "day",
            Why.NO_CHANGE, "day",
            Why.TWICE, "day",
            Why.NAME, "name",
            Why.REASON, "reason",
            Why.CARRIER, "carrier",
            Why.NOT_ALLOWED, "scope");

    /** Whether anything was typed in at all. */
    boolean isBlank() {
        return day == null;
    }

    /** Empty where the day cannot be read. */
    Optional<Declaration> declaration(LocalDate today) {
        return DateText.read(text(day), today)
                .map(date -> new Declaration(
                        date,
                        scope == null ? Scope.MALL : scope,
                        scope == Scope.CARRIER ? CarrierId.ofNullable(carrier) : null,
                        Boolean.TRUE.equals(open),
                        text(name),
                        text(reason)));
    }

    /** @param scopes those that this member of staff may choose */
    List<Field> fields(List<Scope> scopes, @Nullable Why why, boolean unreadable, Words words) {
        List<Field> fields = new ArrayList<>();
        Field date = Field.text("day", words.word("console.calendar.day"), text(day))
                .type("date")
                .needed()
                .help(words.word("shared.date.help"));
        fields.add(unreadable ? date.error(words.word("console.calendar.wrong.DAY")) : wrong(date, why, words));
        fields.add(wrong(whose(scopes, words), why, words));
        fields.add(wrong(carriers(words), why, words));
        fields.add(Field.choice(
                        "open",
                        words.word("console.calendar.does"),
                        String.valueOf(Boolean.TRUE.equals(open)),
                        List.of(
                                new Field.Option("false", words.word("console.calendar.closed")),
                                new Field.Option("true", words.word("console.calendar.open"))))
                .needed());
        fields.add(wrong(
                Field.text("name", words.word("console.calendar.name"), text(name))
                        .needed()
                        .help(words.word("console.calendar.name.help")),
                why,
                words));
        fields.add(wrong(
                Field.text("reason", words.word("console.calendar.reason"), text(reason))
                        .needed()
                        .help(words.word("console.calendar.reason.help")),
                why,
                words));
        return fields;
    }

    private Field whose(List<Scope> scopes, Words words) {
        List<Field.Option> options = scopes.stream()
                .map(each -> new Field.Option(each.name(), words.word("console.calendar.scope." + each)))
                .toList();
        return Field.choice("scope", words.word("console.calendar.scope"), scope == null ? "" : scope.name(), options)
                .needed();
    }

    private Field carriers(Words words) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", words.word("console.calendar.carrier.none")));
        ShipmentFilters.carriers()
                .forEach(code -> options.add(new Field.Option(code, ConsoleWords.carrier(code, words))));
        return Field.choice("carrier", words.word("console.windows.carrier"), text(carrier), options)
                .help(words.word("console.calendar.carrier.help"));
    }

    private static Field wrong(Field field, @Nullable Why why, Words words) {
        return why != null && field.name().equals(FIELD_OF.get(why))
                ? field.error(words.word("console.calendar.wrong." + why))
                : field;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
