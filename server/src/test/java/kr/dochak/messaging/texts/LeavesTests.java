package kr.dochak.messaging.texts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import kr.dochak.ProductTest;
import kr.dochak.messaging.NoticeFacts;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.TimeWindow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** MSG-4: when a parcel leaves is said once, with how soon that is while it is still to come. */
@ProductTest
class LeavesTests {

    private static final Instant TWO_TO_SIX = Instant.parse("2026-12-24T05:00:00Z");

    @Autowired
    private JdbcClient jdbc;

    private static @Nullable String leaves(@Nullable TimeWindow dispatch, Instant at, String language) {
        NoticeFacts facts = NoticeFacts.move(null, null, null, at)
                .travelling(new NoticeFacts.Way(new CarrierId("kr.hanjin"), dispatch, null, null));
        return WayText.values(facts, at, language).get("leaves");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-12-24T03:00:00Z | ko | 12월 24일(목) 오후 2–6시 (약 6시간 안에)
            2026-12-24T09:00:00Z | ko | 12월 24일(목) 오후 2–6시
            2026-12-25T09:00:00Z | ko | 12월 24일(목) 오후 2–6시
            """)
    void MSG_4_with_how_soon_that_is_while_it_is_to_come(Instant at, String language, String said) {
        TimeWindow dispatch = new TimeWindow(TWO_TO_SIX, TWO_TO_SIX.plusSeconds(4 * 3_600));
        assertThat(leaves(dispatch, at, language)).isEqualTo(said);
    }

    @Test
    void MSG_4_a_day_that_is_not_known_is_said_once() {
        assertThat(leaves(null, TWO_TO_SIX, "ko")).isEqualTo("준비되는 대로");
    }

    @Test
    void MSG_3_no_text_of_ours_in_use_says_it_twice_or_has_a_driver_set_out_a_delivery() {
        assertThat(jdbc.sql("""
                        select wording || ' ' || channel || ' ' || language from messaging.template
                        where state = 'ACTIVE' and made_by = 'dochak'
                          and (body like '%(%#{left}%)%' or title || body like '%배송을 출발%')
                        """).query(String.class).list()).isEmpty();
        assertThat(jdbc.sql("""
                        select count(*) from messaging.template
                        where state = 'ACTIVE' and wording = 'preparing' and body like '%#{leaves}%'
                        """).query(Integer.class).single()).isPositive();
    }
}
