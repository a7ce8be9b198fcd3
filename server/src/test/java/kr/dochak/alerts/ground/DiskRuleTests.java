package kr.dochak.alerts.ground;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DiskRuleTests {

    private static final long GIGABYTE = 1L << 30;

    @ParameterizedTest(name = "{1} of {0} GB left: {2}")
    @CsvSource({"100, 9, true", "100, 10, false", "1000, 50, false", "1000, 9, true", "20, 3, false", "0, 0, false"})
    void MSG_7_a_disk_is_nearly_full_by_its_share_and_by_what_is_left(long total, long usable, boolean full) {
        assertThat(DiskRule.isFull(total * GIGABYTE, usable * GIGABYTE)).isEqualTo(full);
    }
}
