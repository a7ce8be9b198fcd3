package kr.dochak.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A20: numbers that were stored before get the one form too; two that become one are listed, and neither is lost. */
@ProductTest
class OneFormMigrationTests {

    private static final List<String> BEFORE = List.of(
            "V1__tracking",
            "V2__carriers",
            "V4__shipments_by_number",
            "V5__scan_log",
            "V6__carrier_alarms",
            "V7__sweettracker_call_backs",
            "V8__hub_stays",
            "V9__unanswered_watches",
            "V10__calm",
            "V11__heard");

    private final JdbcClient client;

    OneFormMigrationTests(@Autowired JdbcClient application) {
        this.client = TestDatabase.asSuperuser(application);
    }

    @BeforeEach
    void a_database_of_before() {
        execute("drop schema if exists tracking_before cascade");
        BEFORE.forEach(this::run);
    }

    /** A migration of this module, in a schema of its own. */
    private void run(String name) {
        try (InputStream script = getClass().getResourceAsStream("/db/migration/tracking/" + name + ".sql")) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("tracking.", "tracking_before.")
                    .replace("exists tracking;", "exists tracking_before;");
            execute(sql);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a whole, however many statements it is. */
    private void execute(String sql) {
        client.sql(sql).update();
    }

    private void shipment(long id, String carrier, String number, int scans) {
        client.sql("""
                insert into tracking_before.shipment
                    (id, tenant_id, carrier, tracking_number, registered_at, status, status_at, last_scan_at, scan_count)
                overriding system value
                values (:id, 1, :carrier, :number, now(), 'PENDING', now(), now(), :scans)
                """)
                .param("id", id)
                .param("carrier", carrier)
                .param("number", number)
                .param("scans", scans)
                .update();
    }

    private void parked(String carrier, String number, long hash) {
        client.sql("""
                insert into tracking_before.parked_scan
                    (caller_tenant, carrier, tracking_number, occurred_at, received_at, status, place, text, hash, why)
                values (0, :carrier, :number, now(), now(), 'PICKED_UP', '', '', :hash, 'UNKNOWN_SHIPMENT')
                """)
                .param("carrier", carrier)
                .param("number", number)
                .param("hash", hash)
                .update();
    }

    private List<String> rows(String sql) {
        return client.sql(sql).query(String.class).list();
    }

    @Test
    void A20_stored_numbers_get_the_one_form_and_what_waited_for_them_is_applied() {
        shipment(1, "kr.epost", "eg123456785kr", 0);
        shipment(2, "kr.cjlogistics", "6123-0000 1201", 0);
        parked("kr.epost", "EG123456785KR", 5);
        parked("kr.epost", "Eg123456785Kr", 5);

        run("V12__one_form_of_numbers");

        assertThat(rows("select tracking_number from tracking_before.shipment order by id"))
                .containsExactly("EG123456785KR", "612300001201");
        assertThat(rows("select tracking_number from tracking_before.parked_scan"))
                .containsExactly("EG123456785KR");
        assertThat(rows("select carrier || ' ' || tracking_number from tracking_before.unparking"))
                .containsExactly("kr.epost EG123456785KR");
        assertThat(rows("select id::text from tracking_before.number_collision"))
                .isEmpty();
    }

    @Test
    void A20_of_two_parcels_with_one_number_the_scanned_one_keeps_it_and_both_are_listed() {
        shipment(1, "kr.epost", "eg123456785kr", 0);
        shipment(2, "kr.epost", "EG123456785KR", 3);
        shipment(3, "kr.hanjin", "eg123456785kr", 0);

        run("V12__one_form_of_numbers");

        assertThat(
                        rows(
                                "select kept_id || ' ' || retired_id || ' ' || written_as from tracking_before.number_collision"))
                .containsExactly("2 1 eg123456785kr");
        assertThat(rows("select id::text from tracking_before.shipment where retired_at is null order by id"))
                .containsExactly("2", "3");
        assertThat(rows("select count(*)::text from tracking_before.shipment")).containsExactly("3");
    }

    @Test
    void A20_of_three_that_nobody_scanned_the_first_keeps_the_number() {
        shipment(1, "kr.epost", "Eg123456785kR", 0);
        shipment(2, "kr.epost", "EG123456785KR", 0);
        shipment(3, "kr.epost", "EG1234 56785KR", 0);

        run("V12__one_form_of_numbers");

        assertThat(rows("select kept_id || ' ' || retired_id from tracking_before.number_collision order by id"))
                .containsExactly("1 2", "1 3");
    }
}
