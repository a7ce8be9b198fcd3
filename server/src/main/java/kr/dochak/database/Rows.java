package kr.dochak.database;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import kr.dochak.shared.Id;
import org.jspecify.annotations.Nullable;

/**
 * Rows as named columns for {@code unnest}; each call adds one array under the name that the statement gives it. Any value
 * may be missing, and so may a whole {@link #part} of a row.
 */
public final class Rows<T> {

    private final List<@Nullable T> rows;
    private final Map<String, Object> params;

    private Rows(List<@Nullable T> rows, Map<String, Object> params) {
        this.rows = rows;
        this.params = params;
    }

    public static <T> Rows<T> of(Collection<? extends T> rows) {
        return new Rows<>(new ArrayList<>(rows), new LinkedHashMap<>());
    }

    /** As {@code bigint[]}. */
    public Rows<T> number(String name, Function<T, @Nullable Long> column) {
        return array(name, column, Long[]::new);
    }

    /** As {@code bigint[]}. */
    public Rows<T> id(String name, Function<T, ? extends @Nullable Id> column) {
        return number(name, row -> Id.valueOf(column.apply(row)));
    }

    /** As {@code int[]}. */
    public Rows<T> integer(String name, Function<T, @Nullable Integer> column) {
        return array(name, column, Integer[]::new);
    }

    /** As {@code text[]}. */
    public Rows<T> text(String name, Function<T, @Nullable String> column) {
        return array(name, column, String[]::new);
    }

    /** As {@code text[]}, by the names of the constants. */
    public Rows<T> name(String name, Function<T, ? extends @Nullable Enum<?>> column) {
        return text(name, row -> nameOf(column.apply(row)));
    }

    /** As {@code boolean[]}. */
    public Rows<T> flag(String name, Function<T, @Nullable Boolean> column) {
        return array(name, column, Boolean[]::new);
    }

    /** As {@code bytea[]}. */
    public Rows<T> bytes(String name, Function<T, byte @Nullable []> column) {
        return array(name, column, byte[][]::new);
    }

    /** As {@code timestamptz[]}. */
    public Rows<T> at(String name, Function<T, @Nullable Instant> column) {
        params.put(name, Sql.instants(rows, row -> row == null ? null : column.apply(row)));
        return this;
    }

    /** Columns of a part of each row; they are null where the part is missing. */
    public <P> Rows<T> part(Function<T, @Nullable P> part, Consumer<Rows<P>> columns) {
        List<@Nullable P> parts = new ArrayList<>(rows.size());
        rows.forEach(row -> parts.add(row == null ? null : part.apply(row)));
        columns.accept(new Rows<>(parts, params));
        return this;
    }

    /** The parameters of the statement. */
    public Map<String, Object> params() {
        return params;
    }

    private <V> Rows<T> array(String name, Function<T, @Nullable V> column, IntFunction<V[]> ofSize) {
        params.put(
                name,
                rows.stream().map(row -> row == null ? null : column.apply(row)).toArray(ofSize));
        return this;
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
