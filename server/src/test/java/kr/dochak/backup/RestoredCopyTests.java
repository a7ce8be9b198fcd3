package kr.dochak.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import kr.dochak.ProductTest;
import kr.dochak.identity.erasure.Erasure;
import kr.dochak.identity.erasure.Erasures;
import kr.dochak.journeys.Trade;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.OrderId;
import kr.dochak.time.WorldClock;
import kr.dochak.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** SET-3, IDN-3: a copy is silent, counts what came along, and erases again who was erased since. */
@ProductTest
class RestoredCopyTests {

    private static final Instant MADE = Instant.parse("2026-11-20T00:00:00Z");

    @TempDir
    Path data;

    @Autowired
    private Erasures erasures;

    @Autowired
    private DataSource database;

    @Autowired
    private Orders orders;

    @Autowired
    private World world;

    @Autowired
    private WorldClock clock;

    @LocalServerPort
    private int port;

    private RestoredCopy copy(Map<String, Long> rows, List<String> gone) throws Exception {
        RestoredMark.write(data, new Manifest(Manifest.FORMAT, MADE, "18", true, rows, Map.of()), gone);
        return new RestoredCopy(new BackupSettings(data));
    }

    @Test
    void SET_3_a_copy_is_held_until_it_takes_the_place_of_its_original_also_after_a_restart() throws Exception {
        RestoredCopy copy = copy(Map.of(), List.of());
        assertThat(copy.isHeld()).isTrue();
        assertThat(new RestoredCopy(new BackupSettings(data)).isHeld()).isTrue();
        copy.release();
        assertThat(copy.isHeld()).isFalse();
        assertThat(new RestoredCopy(new BackupSettings(data)).isHeld()).isFalse();
    }

    @Test
    void SET_3_a_table_that_lost_rows_is_named() throws Exception {
        RestoredCheck check =
                new RestoredCheck(copy(Map.of("identity.mall", 1_000_000L), List.of()), erasures, database);
        check.tick(clock.instant());
        assertThat(check.result().orElseThrow().rows().differences())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.table()).isEqualTo("identity.mall");
                    assertThat(each.counted()).isEqualTo(1_000_000);
                    assertThat(each.found()).isBetween(1L, 100L);
                });
    }

    @Test
    void IDN_3_who_was_erased_after_the_backup_is_erased_in_the_copy_and_nobody_is_waited_for() throws Exception {
        Trade trade = new Trade(port, clock, world);
        String mark = UUID.randomUUID().toString().substring(0, 8);
        OrderId order = trade.order("C-" + mark, new Trade.Buyer("c" + mark, "남궁" + mark, "010-2345-6789"), "감귤");
        trade.settle();
        OrderSummary there = orders.find(order).orElseThrow();
        String line = ErasedList.line(new Erasures.Gone(there.tenantId(), there.personId(), clock.instant()));

        RestoredCheck check = new RestoredCheck(copy(Map.of(), List.of(line, "")), erasures, database);
        check.tick(clock.instant());
        assertThat(erasures.again(ErasedList.gone(line)))
                .as("the same one goes on")
                .isTrue();
        world.advance(clock.instant().plus(Duration.ofMinutes(3)), Duration.ofMinutes(1));

        assertThat(check.result().orElseThrow().erasedAgain()).isEqualTo(1);
        assertThat(erasures.of(List.of(there.personId())).orElseThrow().state()).isEqualTo(Erasure.State.DONE);
        assertThat(erasures.again(ErasedList.gone(line))).as("once").isFalse();
        ErasedList list =
                new ErasedList(erasures, new RestoredCopy(new BackupSettings(Files.createTempDirectory(data, "o"))));
        list.tick(clock.instant());
        try (var written = Files.walk(data)) {
            assertThat(written.filter(each -> each.endsWith("erased.txt")))
                    .singleElement()
                    .satisfies(file -> assertThat(Files.readAllLines(file))
                            .anyMatch(each -> ErasedList.gone(each).person().equals(there.personId())));
        }
    }
}
