package kr.dochak.promise.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.TestDatabase;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.windows.WindowBasis.Whose;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Opens a database of the time when a basis was a sentence. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BasisMigrationTests {

    private static final WindowBasis MODEL = new WindowBasis.Model(7, 12_408);
    private static final WindowBasis LANE_DEFAULT = new WindowBasis.LaneDefault("*", "*");

    private static final Map<String, WindowBasis> SENTENCES = new LinkedHashMap<>();

    static {
        SENTENCES.put("lane 인천→서울, 41 deliveries", new WindowBasis.Lane("인천", "서울", 41));
        SENTENCES.put("lane *→제주 도서, 20 deliveries", new WindowBasis.Lane("*", "제주 도서", 20));
        SENTENCES.put("default *→*", LANE_DEFAULT);
        SENTENCES.put("model 7 of 12,408 deliveries", MODEL);
        SENTENCES.put("model 1 of 999 deliveries", new WindowBasis.Model(1, 999));
        SENTENCES.put("model 2 of 3,012,408 deliveries", new WindowBasis.Model(2, 3_012_408));
        SENTENCES.put("mall, 412 parcels", new WindowBasis.Departed(Whose.MALL, 412));
        SENTENCES.put("all malls, 5120 parcels", new WindowBasis.Departed(Whose.ALL_MALLS, 5120));
        SENTENCES.put("default", new WindowBasis.DepartureDefault());
        SENTENCES.put("mall's slot", new WindowBasis.Slot());
        SENTENCES.put("the day the customer asked for", new WindowBasis.CustomersDay());
        SENTENCES.put(
                "model 7 of 12,408 deliveries, +9h SNOW WARNING 강원 (37 deliveries)",
                new WindowBasis.Moved(MODEL, AreaKind.SNOW, AreaLevel.WARNING, "강원", 9, 37));
        SENTENCES.put(
                "default *→*, +12h OTHER_TRAFFIC EMERGENCY  (20 deliveries)",
                new WindowBasis.Moved(LANE_DEFAULT, AreaKind.OTHER_TRAFFIC, AreaLevel.EMERGENCY, "", 12, 20));
        for (String unknown : List.of(
                "lane",
                "",
                "the moon, \"full\" \\ 보름달",
                "lane 인천→서울, 41 deliveries, on the road",
                "lane 인천→서울→부산, 41 deliveries",
                "model 7 of 99,999,999,999 deliveries",
                "by hand, +9h SNOW WARNING 강원 (37 deliveries)")) {
            SENTENCES.put(unknown, new WindowBasis.Other(unknown));
        }
    }

    private final String url = TestDatabase.freshUrl();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));

    @Test
    void PRM_5_every_sentence_becomes_a_basis_and_none_is_lost() {
        migrate("20");
        SENTENCES.keySet().forEach(this::promised);
        long due = count("promise.due");
        migrate("latest");
        List<WindowBasis> expected = new ArrayList<>(SENTENCES.values());
        assertThat(bases("select basis from promise.promise order by id")).isEqualTo(expected);
        assertThat(bases("select basis from promise.ledger order by id")).isEqualTo(expected);
        assertThat(bases("select basis from promise.promise where promise.on_customers_day(basis)"))
                .containsExactly(new WindowBasis.CustomersDay());
        assertThat(count("promise.due")).isEqualTo(due);
        assertThatThrownBy(
                        () -> jdbc.sql("update promise.ledger set basis = '[]'").update())
                .hasMessageContaining("append-only");
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(url, "postgres", "postgres")
                .locations("classpath:db/migration/promise")
                .target(target)
                .load()
                .migrate();
    }

    private void promised(String basis) {
        jdbc.sql("""
                with made as (
                    insert into promise.promise
                        (tenant_id, order_id, open_lines, person_id, origin, destination, carrier, total_won, confirmed_at,
                         promised_from, promised_to, timed, p10, p50, p90, basis, told_p50, stage, stage_at, next_check_at)
                    select 1, (select count(*) from promise.promise), 1, 1, '인천', '서울', 'kr.hanjin', 20000, at, at, at,
                           false, at, at, at, :basis, at, 'ORDERED', at, at
                    from (select timestamptz '2026-11-23 10:00+09' as at) moment
                    returning id, p50 as at, basis
                )
                insert into promise.ledger
                    (promise_id, made_at, p10, p50, p90, promised_from, promised_to, source, basis, model_version)
                select id, at, at, at, at, at, at, 'ORDER', basis, 0 from made
                """).param("basis", basis).update();
    }

    private List<WindowBasis> bases(String sql) {
        return jdbc.sql(sql)
                .query((row, n) -> BasisColumn.read(row.getString(1)))
                .list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
