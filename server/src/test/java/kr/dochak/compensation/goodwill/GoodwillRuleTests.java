package kr.dochak.compensation.goodwill;

import static org.assertj.core.api.Assertions.assertThat;

import kr.dochak.compensation.goodwill.GoodwillProposal.Field;
import kr.dochak.shared.Won;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** BEN-4 as a table: what may be asked for, and what is given at once. */
class GoodwillRuleTests {

    @ParameterizedTest
    @CsvSource({
        // asked, given at once before, own limit, what the company allows, at once
        "1000, 0, 50000, 0, false",
        "5000, 0, 50000, 5000, true",
        "5001, 0, 50000, 5000, false",
        "3000, 3000, 50000, 5000, false",
        "2000, 3000, 50000, 5000, true",
        "1000, 0, 0, 5000, false",
        "5000, 0, 4999, 5000, false",
    })
    void BEN_4_at_once_only_within_both_limits_for_all_of_an_order(
            long asked, long before, long limit, long company, boolean atOnce) {
        assertThat(GoodwillRule.atOnce(new Won(asked), new Won(before), new Won(limit), new Won(company)))
                .isEqualTo(atOnce);
    }

    @Test
    void BEN_4_an_amount_a_share_and_a_reason_are_required_and_bounded() {
        assertThat(GoodwillRule.wrong(GoodwillGift.points(new Won(1)), "늦은 사과")).isEmpty();
        assertThat(GoodwillRule.wrong(GoodwillGift.points(Won.ZERO), " ")).containsExactly(Field.AMOUNT, Field.REASON);
        assertThat(GoodwillRule.wrong(GoodwillGift.points(new Won(10_000_001)), "가".repeat(301)))
                .containsExactly(Field.AMOUNT, Field.REASON);
        assertThat(GoodwillRule.wrong(GoodwillGift.coupon(0, new Won(1_000)), "사과"))
                .containsExactly(Field.PERCENT);
        assertThat(GoodwillRule.wrong(GoodwillGift.coupon(101, new Won(1_000)), "사과"))
                .containsExactly(Field.PERCENT);
        assertThat(GoodwillRule.wrong(GoodwillGift.coupon(10, new Won(1_000)), "사과"))
                .isEmpty();
    }
}
