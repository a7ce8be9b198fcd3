package kr.dochak.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as columns for {@code unnest}, and moments to and from {@code timestamptz}. */
public final class Sql {

    private Sql() {}

    public static <T> Long[] longs(Collection<T> rows, Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    public static <T> Integer[] ints(Collection<T> rows, Function<T, @Nullable Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    public static <T> String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** Moments as microseconds, to be read with {@code timestamptz 'epoch' + x * interval '1 microsecond'}. */
    public static <T> Long[] micros(Collection<T> rows, Function<T, @Nullable Instant> column) {
        return rows.stream()
                .map(column)
                .map(at -> at == null ? null : CopyText.micros(at))
                .toArray(Long[]::new);
    }

    /** One moment as a parameter. */
    public static @Nullable Timestamp at(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    /** A moment that may be missing; read without the calendar that a {@link Timestamp} is made with. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A moment that the database does not let be missing. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
