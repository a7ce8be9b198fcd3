package kr.dochak.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kr.dochak.ProductTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How rows and moments cross to SQL and back. */
@ProductTest
class RowsTests {

    private static final List<Instant> MOMENTS = List.of(
            Instant.parse("2026-11-29T09:30:15.123456Z"),
            Instant.parse("2026-02-28T15:00:00Z"),
            Instant.parse("2000-01-01T00:00:00Z"),
            Instant.parse("1999-12-31T23:59:59.999999Z"),
            Instant.parse("1969-12-31T23:59:59.000001Z"),
            Instant.EPOCH);

    @Autowired
    JdbcClient jdbc;

    private enum Colour {
        RED
    }

    private record End(@Nullable Instant at, Colour colour) {}

    private record Row(
            @Nullable Long number,
            @Nullable Integer count,
            @Nullable String text,
            @Nullable Boolean flag,
            byte @Nullable [] bytes,
            @Nullable Instant at,
            @Nullable End end) {}

    @Test
    void a_list_of_moments_comes_back_to_the_microsecond() {
        assertThat(crossed(MOMENTS)).isEqualTo(MOMENTS);
    }

    @Test
    void one_moment_is_the_same_as_a_list_of_one() {
        for (Instant each : MOMENTS) {
            Instant alone = jdbc.sql("select :at as at")
                    .param("at", Sql.at(each))
                    .query((row, n) -> Sql.moment(row, 1))
                    .single();
            assertThat(alone).isEqualTo(each);
        }
    }

    @Test
    void what_is_shorter_than_a_microsecond_is_cut_off_everywhere_alike() {
        Instant fine = Instant.parse("2026-11-29T09:30:15.123456999Z");
        assertThat(crossed(List.of(fine))).containsExactly(MOMENTS.getFirst());
        assertThat(jdbc.sql("select :one = (:many::timestamptz[])[1]")
                        .param("one", Sql.at(fine))
                        .param("many", Sql.instants(List.of(fine), at -> at))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void no_rows_are_no_rows() {
        assertThat(crossed(List.of())).isEmpty();
    }

    @Test
    void every_column_may_be_missing() {
        Row full =
                new Row(7L, 3, "글", true, new byte[] {1, 0}, MOMENTS.getFirst(), new End(MOMENTS.get(1), Colour.RED));
        Row endless = new Row(8L, 4, "", false, new byte[0], MOMENTS.get(2), new End(null, Colour.RED));
        Row empty = new Row(null, null, null, null, null, null, null);
        List<Row> read = jdbc.sql("""
                select * from unnest(:number::bigint[], :count::int[], :text::text[], :flag::boolean[], :bytes::bytea[],
                                     :at::timestamptz[], :end_at::timestamptz[], :end_colour::text[])
                              as u (number, count, text, flag, bytes, at, end_at, end_colour)
                """)
                .params(Rows.of(List.of(full, endless, empty))
                        .number("number", Row::number)
                        .integer("count", Row::count)
                        .text("text", Row::text)
                        .flag("flag", Row::flag)
                        .bytes("bytes", Row::bytes)
                        .at("at", Row::at)
                        .part(Row::end, end -> end.at("end_at", End::at).name("end_colour", End::colour))
                        .params())
                .query((row, n) -> {
                    String colour = row.getString("end_colour");
                    return new Row(
                            row.getObject("number", Long.class),
                            row.getObject("count", Integer.class),
                            row.getString("text"),
                            row.getObject("flag", Boolean.class),
                            row.getBytes("bytes"),
                            Sql.instant(row, "at"),
                            colour == null ? null : new End(Sql.instant(row, "end_at"), Colour.valueOf(colour)));
                })
                .list();
        assertThat(read).usingRecursiveComparison().isEqualTo(List.of(full, endless, empty));
    }

    private List<Instant> crossed(List<Instant> moments) {
        return jdbc.sql("select at from unnest(:at::timestamptz[]) with ordinality as u (at, n) order by n")
                .param("at", Sql.instants(moments, at -> at))
                .query((row, n) -> Sql.moment(row, "at"))
                .list();
    }
}
