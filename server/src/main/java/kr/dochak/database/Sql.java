package kr.dochak.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import kr.dochak.shared.Id;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlValue;

/**
 * How values cross to SQL and back: columns for {@code unnest}, and moments as {@code timestamptz}, to the microsecond that
 * PostgreSQL keeps. {@link Rows} binds many columns at once.
 */
public final class Sql {

    /** PostgreSQL counts from the first of January 2000. */
    private static final long EPOCH = TimeUnit.SECONDS.toMicros(946_684_800);

    private Sql() {}

    public static <T> Long[] longs(Collection<T> rows, Function<T, @Nullable Long> column) {
        return rows.stream().map(column).toArray(Long[]::new);
    }

    /** Ids as {@code bigint[]}. */
    public static Long[] ids(Collection<? extends Id> ids) {
        return ids.stream().map(Id::value).toArray(Long[]::new);
    }

    /** Ids of rows as {@code bigint[]}; any may be missing. */
    public static <T> Long[] ids(Collection<T> rows, Function<T, ? extends @Nullable Id> column) {
        return longs(rows, row -> Id.valueOf(column.apply(row)));
    }

    public static <T> Integer[] ints(Collection<T> rows, Function<T, @Nullable Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }

    public static <T> String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    /** Moments as a parameter of type {@code timestamptz[]}. */
    public static <T> SqlValue instants(Collection<T> rows, Function<T, @Nullable Instant> column) {
        return Instants.of(rows, column);
    }

    /** One moment as a parameter of type {@code timestamptz}. */
    public static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** A moment that may be missing. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return instant(row, row.findColumn(column));
    }

    /** A moment that may be missing, by the number of its column. */
    public static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A moment that the database does not let be missing. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        return moment(row, row.findColumn(column));
    }

    /** A moment that the database does not let be missing, by the number of its column. */
    public static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The moment as PostgreSQL counts it in its binary form. */
    static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond())
                + TimeUnit.NANOSECONDS.toMicros(instant.getNano())
                - EPOCH;
    }
}
