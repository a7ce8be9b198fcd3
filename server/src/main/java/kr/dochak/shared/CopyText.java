package kr.dochak.shared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for PostgreSQL's {@code COPY … FROM STDIN} in its text format, built column by column. */
public final class CopyText {

    private final StringBuilder rows;
    private boolean startsRow = true;

    public CopyText(int capacity) {
        this.rows = new StringBuilder(Math.max(64, capacity));
    }

    /** The moment as PostgreSQL counts it when given as {@code epoch + micros}. */
    public static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(instant.getNano());
    }

    public CopyText value(long number) {
        separate();
        rows.append(number);
        return this;
    }

    public CopyText value(Instant instant) {
        separate();
        rows.append(instant);
        return this;
    }

    public CopyText value(@Nullable String text) {
        separate();
        if (text == null) {
            rows.append("\\N");
        } else {
            escape(text);
        }
        return this;
    }

    public CopyText endRow() {
        rows.append('\n');
        startsRow = true;
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Sends all rows; answers how many PostgreSQL took. */
    public long into(Connection connection, String copyStatement) throws SQLException {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copyStatement, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new SQLException("COPY failed", e);
        }
    }

    private void separate() {
        if (!startsRow) {
            rows.append('\t');
        }
        startsRow = false;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\0' -> rows.append(' ');
                default -> rows.append(c);
            }
        }
    }
}
