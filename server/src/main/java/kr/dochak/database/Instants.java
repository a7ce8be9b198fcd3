package kr.dochak.database;

import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;
import org.springframework.jdbc.support.SqlValue;

/**
 * Moments as one {@code timestamptz[]}. They go in PostgreSQL's binary form, because the driver itself would write each as
 * text, and the scan path binds several thousand of them a second.
 */
final class Instants implements SqlValue {

    private static final int HEADER = 12;
    private static final int DIMENSION = 8;
    private static final int ELEMENT = 12;
    private static final int NULL = -1;

    private final byte[] array;

    private Instants(byte[] array) {
        this.array = array;
    }

    static <T> Instants of(Collection<T> rows, Function<? super T, ? extends @Nullable Instant> column) {
        ByteBuffer array = ByteBuffer.allocate(HEADER + DIMENSION + ELEMENT * rows.size());
        array.putInt(rows.isEmpty() ? 0 : 1).putInt(0).putInt(Oid.TIMESTAMPTZ);
        if (!rows.isEmpty()) {
            array.putInt(rows.size()).putInt(1);
        }
        boolean missing = false;
        for (T row : rows) {
            Instant at = column.apply(row);
            missing |= at == null;
            element(array, at);
        }
        array.putInt(4, missing ? 1 : 0);
        byte[] bytes = new byte[array.position()];
        array.flip().get(bytes);
        return new Instants(bytes);
    }

    private static void element(ByteBuffer array, @Nullable Instant at) {
        if (at == null) {
            array.putInt(NULL);
        } else {
            array.putInt(Long.BYTES).putLong(Sql.micros(at));
        }
    }

    @Override
    public void setValue(PreparedStatement statement, int index) throws SQLException {
        BaseConnection connection = statement.getConnection().unwrap(BaseConnection.class);
        statement.setArray(index, new PgArray(connection, Oid.TIMESTAMPTZ_ARRAY, array));
    }

    @Override
    public void cleanup() {}
}
