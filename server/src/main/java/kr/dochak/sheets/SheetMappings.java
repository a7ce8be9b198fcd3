package kr.dochak.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dochak.sheets.SheetMapping.As;
import kr.dochak.sheets.SheetMapping.Column;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The mappings that are shipped, and those of the company; the company's own wins when the names are the same. */
@Component
@EnableConfigurationProperties(SheetSettings.class)
class SheetMappings {

    private static final Logger log = LoggerFactory.getLogger(SheetMappings.class);

    /** A mapping as its file says it; everything may be missing. */
    private record Draft(
            @Nullable String name,
            @Nullable Map<String, String> title,
            @Nullable String of,
            @Nullable String groupBy,
            @Nullable String zone,
            @Nullable List<String> moments,
            @Nullable Boolean discountFromTotal,
            @Nullable String unpaidWithout,
            @Nullable List<ColumnDraft> columns,
            @Nullable Map<String, String> otherwise,
            @Nullable List<String> watched,
            @Nullable List<String> ignored) {}

    private record ColumnDraft(
            @Nullable String field,
            @Nullable List<String> headings,
            @Nullable Boolean required,
            @Nullable As as,
            @Nullable Map<String, String> values) {}

    private final JsonMapper json;
    private final Path own;
    private final Map<String, SheetMapping> shipped = new LinkedHashMap<>();

    SheetMappings(JsonMapper json, SheetSettings settings) throws IOException {
        this.json = json;
        this.own = settings.data().resolve("mappings");
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/mappings/*.json")) {
            try (InputStream in = file.getInputStream()) {
                SheetMapping mapping = mapping(json.readValue(in, Draft.class));
                shipped.put(mapping.name(), mapping);
            }
        }
    }

    /** The mappings by name. Read each time: a company changes its files while the server runs, and there are few. */
    Map<String, SheetMapping> known(String of) {
        Map<String, SheetMapping> known = new LinkedHashMap<>(shipped);
        for (Path file : ownFiles()) {
            try {
                SheetMapping mapping = mapping(json.readValue(file, Draft.class));
                known.put(mapping.name(), mapping);
            } catch (JacksonException | IllegalArgumentException e) {
                log.warn("the mapping {} cannot be used: {}", file.getFileName(), e.getMessage());
            }
        }
        known.values().removeIf(mapping -> !mapping.of().equals(of));
        return known;
    }

    private List<Path> ownFiles() {
        if (!Files.isDirectory(own)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(own)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            log.warn("the folder of mappings cannot be read", e);
            return List.of();
        }
    }

    private static SheetMapping mapping(Draft draft) {
        List<Column> columns = new ArrayList<>();
        for (ColumnDraft column : draft.columns() == null ? List.<ColumnDraft>of() : draft.columns()) {
            if (column.headings() == null || column.headings().isEmpty()) {
                throw new IllegalArgumentException("a column without headings: " + column.field());
            }
            columns.add(new Column(
                    needed("field", column.field()),
                    List.copyOf(column.headings()),
                    Boolean.TRUE.equals(column.required()),
                    column.as() == null ? As.TEXT : column.as(),
                    column.values() == null ? Map.of() : Map.copyOf(column.values())));
        }
        return new SheetMapping(
                needed("name", draft.name()),
                draft.title() == null ? Map.of() : Map.copyOf(draft.title()),
                needed("of", draft.of()),
                needed("groupBy", draft.groupBy()),
                zone(draft.zone()),
                checked(draft.moments() == null ? List.of() : draft.moments()),
                Boolean.TRUE.equals(draft.discountFromTotal()),
                draft.unpaidWithout(),
                columns,
                draft.otherwise() == null ? Map.of() : Map.copyOf(draft.otherwise()),
                draft.watched() == null ? List.of() : List.copyOf(draft.watched()),
                draft.ignored() == null ? List.of() : List.copyOf(draft.ignored()));
    }

    private static String needed(String what, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(what + " is missing");
        }
        return value;
    }

    private static String zone(@Nullable String zone) {
        try {
            return ZoneId.of(zone == null ? "Asia/Seoul" : zone).getId();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time zone: " + zone, e);
        }
    }

    private static List<String> checked(List<String> moments) {
        moments.forEach(SheetMoment::pattern);
        return List.copyOf(moments);
    }
}
