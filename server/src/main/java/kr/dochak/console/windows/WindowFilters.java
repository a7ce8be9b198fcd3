package kr.dochak.console.windows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.dochak.console.ConsoleWords;
import kr.dochak.console.shipments.ShipmentFilters;
import kr.dochak.pages.Field;
import kr.dochak.pages.Tab;
import kr.dochak.promise.accuracy.JudgedWindow;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the pages about windows are narrowed to, as it stands in their address. */
public record WindowFilters(
        @Nullable JudgedWindow stage,
        @Nullable String carrier,
        @Nullable String q) {

    JudgedWindow judged() {
        return stage == null ? JudgedWindow.ORDER : stage;
    }

    @Nullable CarrierId onlyCarrier() {
        return CarrierId.ofNullable(text(carrier));
    }

    /** A lane may be written with or without its arrow: {@code 인천→서울}, {@code 인천 서울}. */
    @Nullable String search() {
        String text = text(q);
        return text == null ? null : text.strip().replaceAll("\\s*(→|->|\\s)\\s*", "→");
    }

    /** A part of a place's name, as it was written. */
    @Nullable String place() {
        String text = text(q);
        return text == null ? null : text.strip();
    }

    boolean narrowed() {
        return text(carrier) != null || text(q) != null;
    }

    String href(String path, JudgedWindow judged, @Nullable String after) {
        var to = UriComponentsBuilder.fromPath(path);
        add(to, "stage", judged == JudgedWindow.ORDER ? null : judged.name());
        add(to, "carrier", carrier);
        add(to, "q", q);
        add(to, "after", after);
        return to.encode().toUriString();
    }

    private static void add(UriComponentsBuilder to, String name, @Nullable String value) {
        if (text(value) != null) {
            to.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, String.valueOf(value)));
        }
    }

    List<Tab> stages(String path, Words words) {
        List<Tab> tabs = new ArrayList<>();
        for (JudgedWindow each : JudgedWindow.values()) {
            tabs.add(new Tab(words.word("console.windows.told." + each), href(path, each, null), judged() == each));
        }
        return tabs;
    }

    Field carriers(Words words) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", words.word("console.shipments.carrier.any")));
        ShipmentFilters.carriers()
                .forEach(code -> options.add(new Field.Option(code, ConsoleWords.carrier(code, words))));
        String chosen = text(carrier);
        return Field.choice("carrier", words.word("console.shipments.carrier"), chosen == null ? "" : chosen, options);
    }

    private static @Nullable String text(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
