package kr.dochak.orders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ORD-1, ORD-2: what it means that a known order comes again. */
class OrderRepeatTests {

    @ParameterizedTest
    @CsvSource({
        "UNPAID, UNPAID, true, UNCHANGED",
        "UNPAID, UNPAID, false, REVISED",
        "UNPAID, PAID, true, PAID",
        "UNPAID, PAID, false, PAID",
        "UNPAID, CANCELLED, true, CANCELLED",
        "UNPAID, CANCELLED, false, CANCELLED",
        "PAID, PAID, true, UNCHANGED",
        "PAID, PAID, false, REVISED",
        "PAID, UNPAID, true, UNCHANGED",
        "PAID, UNPAID, false, UNCHANGED",
        "PAID, CANCELLED, true, CANCELLED",
        "PAID, CANCELLED, false, CANCELLED",
        "CANCELLED, PAID, true, UNCHANGED",
        "CANCELLED, PAID, false, STAYS_CANCELLED",
        "CANCELLED, UNPAID, false, STAYS_CANCELLED",
        "CANCELLED, CANCELLED, false, UNCHANGED",
    })
    void ORD_1_a_cancellation_and_a_payment_outlive_what_is_older(
            OrderStatus known, OrderStatus comes, boolean same, OrderRepeat meaning) {
        assertThat(OrderRepeat.of(known, comes, same)).isEqualTo(meaning);
    }
}
