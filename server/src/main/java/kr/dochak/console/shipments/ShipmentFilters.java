package kr.dochak.console.shipments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kr.dochak.console.ConsoleWords;
import kr.dochak.pages.Field;
import kr.dochak.pages.Tab;
import kr.dochak.promise.PromiseFact.DelayCause;
import kr.dochak.promise.PromiseFigures;
import kr.dochak.promise.PromiseFilter;
import kr.dochak.promise.PromiseFilter.Show;
import kr.dochak.shared.Area;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of shipments is narrowed to, as it stands in its address; an empty text narrows nothing. */
public record ShipmentFilters(
        @Nullable Show show,
        @Nullable String carrier,
        @Nullable String area,
        @Nullable DelayCause cause,
        @Nullable String place,
        @Nullable Long situation) {

    /** The carriers that lists are narrowed to: all of the register. */
    public static List<String> carriers() {
        return Carrier.known().stream().map(Carrier::id).toList();
    }

    PromiseFilter filter() {
        return new PromiseFilter(
                show, CarrierId.ofNullable(text(carrier)), text(area), cause, null, text(place), situation);
    }

    /** The address of this list, with another chip or cursor when given. */
    String href(String path, @Nullable Show chip, @Nullable String after) {
        var to = UriComponentsBuilder.fromPath(path);
        add(to, "show", chip == null ? null : chip.name());
        add(to, "carrier", carrier);
        add(to, "area", area);
        add(to, "cause", cause == null ? null : cause.name());
        add(to, "place", place);
        add(to, "situation", situation == null ? null : situation.toString());
        add(to, "after", after);
        return to.encode().toUriString();
    }

    private static void add(UriComponentsBuilder to, String name, @Nullable String value) {
        if (text(value) != null) {
            to.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, String.valueOf(value)));
        }
    }

    List<Tab> chips(PromiseFigures figures, Words words) {
        List<Tab> chips = new ArrayList<>();
        chips.add(new Tab(words.word("console.show.all"), href("/console/shipments", null, null), show == null));
        for (Show each : Show.values()) {
            int count = count(each, figures);
            String label = words.word("console.show." + each.name().toLowerCase(Locale.ROOT));
            chips.add(new Tab(label, href("/console/shipments", each, null), show == each, count));
        }
        return chips;
    }

    private static int count(Show show, PromiseFigures figures) {
        return Math.toIntExact(
                switch (show) {
                    case OPEN ->
                        figures.openByStage().values().stream()
                                .mapToLong(Long::longValue)
                                .sum();
                    case DELAYED -> figures.delayed();
                    case AT_RISK -> figures.atRisk();
                    case SILENT -> figures.silent();
                    case KEPT, MISSED -> -1;
                });
    }

    List<Field> fields(Words words) {
        return List.of(
                choice("carrier", carrier, carriers(), code -> ConsoleWords.carrier(code, words), words),
                choice("area", area, Area.ofKorea(), name -> name, words),
                choice(
                        "cause",
                        cause == null ? null : cause.name(),
                        java.util.stream.Stream.of(DelayCause.values())
                                .map(Enum::name)
                                .toList(),
                        name -> ConsoleWords.cause(DelayCause.valueOf(name), words),
                        words));
    }

    private static Field choice(
            String name,
            @Nullable String value,
            List<String> values,
            java.util.function.UnaryOperator<String> label,
            Words words) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", words.word("console.shipments." + name + ".any")));
        values.forEach(each -> options.add(new Field.Option(each, label.apply(each))));
        return Field.choice(
                name,
                words.word("console.shipments." + name),
                String.valueOf(text(value) == null ? "" : value),
                options);
    }

    boolean narrowed() {
        return text(carrier) != null || text(area) != null || cause != null || text(place) != null || situation != null;
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
