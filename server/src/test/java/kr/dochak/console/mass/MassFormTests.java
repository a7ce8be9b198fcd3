package kr.dochak.console.mass;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kr.dochak.messaging.NoticeFacts.OwnWords;
import kr.dochak.messaging.mass.MassNotice;
import kr.dochak.promise.reach.OrderChoice;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** MSG-2: what is typed wrong must not reach more customers than what was meant. */
class MassFormTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                | ''         | true",
                "kr.cjlogistics    | A-1, A-2   | true",
                "kr.nobody         | ''         | false",
                "kr.nobody         | A-1        | false",
                "''                | ', ;'      | false",
            })
    void MSG_2_what_cannot_be_read_is_nobody_and_not_everybody(String carrier, String orders, boolean readable) {
        assertThat(form(carrier, orders).isReadable(TODAY)).isEqualTo(readable);
    }

    @Test
    void MSG_2_a_notice_written_again_means_the_same_orders() {
        OrderChoice choice = new OrderChoice(
                new MallId(1), null, null, null, null, true, 0, List.of(new OrderId(7), new OrderId(8)));
        MassNotice before = new MassNotice(
                1,
                new OwnWords("가", "나", "a", "b"),
                choice,
                2,
                MassNotice.State.SENT,
                3,
                Instant.EPOCH,
                null,
                null,
                null);
        assertThat(MassForm.like(before, List.of("A-7", "A-8"))
                        .draft(new MallId(1), TODAY)
                        .orderNos())
                .containsExactly("A-7", "A-8");
    }

    private static MassForm form(String carrier, String orders) {
        return new MassForm("가", "나", "a", "b", "UNDER_WAY", "3", carrier, "", "", "", orders, null);
    }
}
