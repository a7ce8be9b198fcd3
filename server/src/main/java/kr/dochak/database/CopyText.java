package kr.dochak.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import kr.dochak.shared.Id;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows for PostgreSQL's {@code COPY … FROM STDIN} in its text format, built column by column. On the path of every scan, so
 * it writes bytes at once and a date only when it is another than before.
 */
public final class CopyText {

    private static final int SECONDS_PER_DAY = 86_400;

    private byte[] rows;
    private int length;
    private boolean startsRow = true;
    private long day = Long.MIN_VALUE;
    private byte[] date = {};

    /** @param capacity expected bytes */
    public CopyText(int capacity) {
        this.rows = new byte[Math.max(64, capacity)];
    }

    public CopyText value(long number) {
        separate();
        ascii(Long.toString(number));
        return this;
    }

    /** To the microsecond, which is what PostgreSQL keeps. */
    public CopyText value(Id id) {
        return value(id.value());
    }

    public CopyText value(Instant instant) {
        separate();
        long epochDay = Math.floorDiv(instant.getEpochSecond(), SECONDS_PER_DAY);
        if (epochDay != day) {
            day = epochDay;
            date = LocalDate.ofEpochDay(epochDay).toString().getBytes(StandardCharsets.US_ASCII);
        }
        room(date.length + 20);
        System.arraycopy(date, 0, rows, length, date.length);
        length += date.length;
        time((int) Math.floorMod(instant.getEpochSecond(), (long) SECONDS_PER_DAY), instant.getNano() / 1_000);
        return this;
    }

    private void time(int second, int micros) {
        rows[length++] = ' ';
        digits(second / 3_600, 2);
        rows[length++] = ':';
        digits(second / 60 % 60, 2);
        rows[length++] = ':';
        digits(second % 60, 2);
        if (micros > 0) {
            rows[length++] = '.';
            digits(micros, 6);
        }
        rows[length++] = 'Z';
    }

    private void digits(int number, int count) {
        int left = number;
        for (int place = length + count - 1; place >= length; place--) {
            rows[place] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += count;
    }

    public CopyText value(@Nullable String text) {
        separate();
        if (text == null) {
            ascii("\\N");
        } else {
            escape(text);
        }
        return this;
    }

    public CopyText endRow() {
        put('\n');
        startsRow = true;
        return this;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** Sends all rows; answers how many PostgreSQL took. */
    public long into(Connection connection, String copyStatement) throws SQLException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copyStatement, new ByteArrayInputStream(rows, 0, length), Math.max(1, length));
        } catch (IOException e) {
            throw new SQLException("COPY failed", e);
        }
    }

    private void separate() {
        if (!startsRow) {
            put('\t');
        }
        startsRow = false;
    }

    /** A byte of an escaped character is never part of another character in UTF-8, so bytes can be escaped one by one. */
    private void escape(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(2 * bytes.length);
        for (byte each : bytes) {
            switch (each) {
                case '\\' -> pair('\\');
                case '\t' -> pair('t');
                case '\n' -> pair('n');
                case '\r' -> pair('r');
                case 0 -> rows[length++] = ' ';
                default -> rows[length++] = each;
            }
        }
    }

    private void pair(char escaped) {
        rows[length++] = '\\';
        rows[length++] = (byte) escaped;
    }

    private void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            rows[length++] = (byte) text.charAt(i);
        }
    }

    private void put(char one) {
        room(1);
        rows[length++] = (byte) one;
    }

    private void room(int more) {
        if (rows.length - length < more) {
            rows = Arrays.copyOf(rows, Math.max(rows.length * 2, length + more));
        }
    }
}
