package kr.dochak.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffLetters;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.factors.FactorFact.FactorReset;
import kr.dochak.shared.PublicUrl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** IDN-1: whose second factor an administrator took away is written to, once. */
@ProductTest
class FactorLettersTests {

    private static final Instant AT = Instant.parse("2026-11-30T01:00:00Z");

    @Autowired
    private StaffRepository staff;

    @Autowired
    private PublicUrl address;

    @Autowired
    private MessageSource source;

    @Autowired
    private JdbcClient jdbc;

    private final List<StaffLetters.Letter> sent = new ArrayList<>();

    private FactorLetters letters(boolean on, StaffLetters.Outcome outcome) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("mail", new StaffLetters() {
            @Override
            public boolean isOn() {
                return on;
            }

            @Override
            public Outcome send(Letter letter) {
                sent.add(letter);
                return outcome;
            }
        });
        return new FactorLetters(staff, beans.getBeanProvider(StaffLetters.class), address, source);
    }

    private FactorReset reset() {
        StaffMember agent = StaffFixture.of(jdbc, "agent@dochak.example");
        StaffMember admin = StaffFixture.of(jdbc, "admin@dochak.example");
        return new FactorReset(agent.id(), admin.id(), AT);
    }

    @Test
    void IDN_1_who_lost_a_second_factor_reads_who_took_it_and_what_to_do() {
        letters(true, StaffLetters.Outcome.SENT).on(reset());
        letters(true, StaffLetters.Outcome.SENT).on(reset());
        assertThat(sent)
                .extracting(StaffLetters.Letter::key)
                .hasSize(2)
                .containsOnly(sent.getFirst().key());
        assertThat(sent.getFirst().to()).isEqualTo("agent@dochak.example");
        assertThat(sent.getFirst().text())
                .contains(StaffFixture.of(jdbc, "admin@dochak.example").name(), "부탁한 적이 없다면");
    }

    @Test
    void IDN_1_a_letter_that_is_not_taken_now_is_tried_again_and_none_is_written_without_mail() {
        assertThatThrownBy(() -> letters(true, StaffLetters.Outcome.LATER).on(reset()))
                .hasMessageContaining("factor-reset")
                .hasMessageNotContaining("agent@");
        sent.clear();
        letters(false, StaffLetters.Outcome.SENT).on(reset());
        assertThat(sent).isEmpty();
    }
}
