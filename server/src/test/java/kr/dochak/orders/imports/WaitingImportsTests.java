package kr.dochak.orders.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.ProductTest;
import kr.dochak.database.WorkFolder;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ReaderWords;
import kr.dochak.sheets.Sheets;
import kr.dochak.time.Roles;
import kr.dochak.time.WorldClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** M8: files of one mall wait in a row that has an end. The clock that a run asks as it begins brings the next file. */
@ProductTest
class WaitingImportsTests {

    private static final MallId RAINBOW = new MallId(1);
    private static final MallId HANGANG = new MallId(2);
    private static final String FILE = "주문번호,주문일시,주문자명,주문자 휴대전화,수령인,우편번호,주소,상품명,수량,판매가,배송비,총 결제금액,배송메시지\r\n"
            + "W-1,2026-11-22 14:05:00,김지민,01012345678,김지민,06236,서울 강남구 테헤란로 152,포트,1,39000,3000,,문 앞\r\n";

    @Autowired
    private Sheets sheets;

    @Autowired
    private OrderImport orderImport;

    @Autowired
    private ImportLooking looking;

    @Autowired
    private ImportRepository runs;

    @Autowired
    private OrderStates states;

    @Autowired
    private WorldClock clock;

    @Autowired
    private Roles roles;

    @Autowired
    private ReaderWords reader;

    @Autowired
    private WorkFolder files;

    @Autowired
    private Environment environment;

    @TempDir
    private Path data;

    private final List<ImportAnswer> meanwhile = new ArrayList<>();
    private OrderImports workers;
    private Imports imports;

    @BeforeEach
    void one_file_of_a_mall_at_once() {
        ImportSettings settings = new ImportSettings(data, new ImportSettings.Imports(1));
        workers = new OrderImports(sheets, orderImport, runs, this::now, roles, reader, settings);
        imports = new Imports(sheets, workers, looking, runs, states, clock, files);
    }

    @AfterEach
    void end() {
        workers.destroy();
    }

    /** While the first file is in work two more come: one of the same mall, one of another. */
    private Instant now() {
        if (meanwhile.isEmpty()) {
            meanwhile.add(take(RAINBOW));
            meanwhile.add(take(HANGANG));
        }
        return clock.instant();
    }

    private static InputStream file() {
        return new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8));
    }

    private ImportAnswer take(MallId mall) {
        return imports.take(mall, "주문.csv", file(), "cafe24-orders-ko", 60);
    }

    @Test
    void M8_a_mall_with_files_in_work_waits_and_another_does_not() {
        assertThat(take(RAINBOW)).isInstanceOf(ImportAnswer.Begun.class);
        assertThat(meanwhile.get(0)).isEqualTo(new ImportAnswer.Waiting(1));
        assertThat(meanwhile.get(1)).isInstanceOf(ImportAnswer.Begun.class);
    }

    @Test
    void M8_a_file_that_was_done_or_could_not_be_read_holds_no_place() {
        meanwhile.add(new ImportAnswer.Waiting(0));
        for (int i = 0; i < 3; i++) {
            assertThat(imports.take(
                            RAINBOW, "x.csv", new ByteArrayInputStream(new byte[] {1, 2}), "cafe24-orders-ko", 60))
                    .isInstanceOf(ImportAnswer.Unfit.class);
            assertThat(take(RAINBOW)).isInstanceOf(ImportAnswer.Begun.class);
        }
    }

    @Test
    void M8_files_lie_in_the_data_folder_and_none_stays_there() throws Exception {
        take(RAINBOW);
        assertThat(files.folder())
                .startsWith(
                        Path.of(environment.getRequiredProperty("dochak.data")).toAbsolutePath());
        try (Stream<Path> all = Files.list(files.folder())) {
            assertThat(all.filter(file -> file.getFileName().toString().startsWith("import-")))
                    .isEmpty();
        }
    }
}
