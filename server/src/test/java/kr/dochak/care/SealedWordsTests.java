package kr.dochak.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import kr.dochak.ProductTest;
import kr.dochak.care.record.CaseChannel;
import kr.dochak.care.record.CaseFilter;
import kr.dochak.care.record.CaseMessage;
import kr.dochak.care.record.SupportCase;
import kr.dochak.database.Conversion;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** M11: the words of a case can be read and searched, and what in them leads to a person ends with that person's key. */
@ProductTest
class SealedWordsTests {

    private static final String TYPED = "남궁 지워인데요, 010-9090-8080으로 전화 주세요. 현관 비밀번호 *7531#";
    private static final String MASKED = "[이름]인데요, [전화번호]으로 전화 주세요. 현관 비밀번호 [비밀번호]";

    @Autowired
    private Cases cases;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private List<Conversion> conversions;

    private final MallId mall = new MallId(CaseCast.fresh());
    private final StaffMember haneul = new StaffMember(CaseCast.fresh(), mall, "김하늘", Set.of(StaffMember.Role.AGENT));
    private PersonId person = new PersonId(0);

    @BeforeEach
    void a_customer() {
        String id = "s" + CaseCast.fresh();
        person = people.enrol(mall, List.of(new PersonalData(id, "남궁지워", "010-9090-8080", id + "@example.com", "ko")))
                .getFirst();
    }

    private CaseId write(String text) {
        return CaseCast.taken(
                        cases.write(new CustomerMessage(mall, person, null, CaseChannel.PORTAL, text, CaseCast.key())))
                .caseId();
    }

    private List<CaseMessage> said(CaseId about) {
        return cases.conversation(about, null, 30).items();
    }

    @Test
    void M11_a_message_is_kept_with_placeholders_and_its_original_sealed() {
        CaseId about = write(TYPED);
        CaseMessage message = said(about).getFirst();
        assertThat(message.body()).isEqualTo(MASKED);
        assertThat(message.hides()).isTrue();
        assertThat(cases.asTyped(said(about))).containsOnly(java.util.Map.entry(message.messageId(), TYPED));
        assertThat(cases.find(about).map(SupportCase::subject)).hasValue(MASKED);
    }

    @Test
    void M11_what_staff_write_and_note_is_no_different() {
        CaseId about = write("언제 와요?");
        cases.answer(about, haneul, "010-9090-8080으로 전화드렸어요", CaseCast.key());
        cases.solve(about, haneul, "남궁지워 님 1203호에 다시 배송");
        assertThat(said(about).getLast().body()).isEqualTo("[전화번호]으로 전화드렸어요");
        assertThat(cases.history(about).getLast().detail()).isEqualTo("[이름] 님 [주소]에 다시 배송");
        assertThat(said(about).getFirst().hides()).isFalse();
    }

    @Test
    void M11_the_clear_words_of_a_case_are_found_and_what_is_hidden_is_not() {
        CaseId about = write("노란 우산이 안 왔어요. 010-9090-8080");
        CaseFilter all = CaseFilter.unsolved(mall);
        assertThat(cases.queue(all.numbered("노란 우산"), null, 10).items())
                .extracting(SupportCase::caseId)
                .containsExactly(about);
        assertThat(cases.queue(all.numbered("9090"), null, 10).items()).isEmpty();
    }

    @Test
    void M11_the_originals_end_with_the_key_and_the_words_of_the_case_stay() {
        CaseId about = write(TYPED);
        people.erase(person);
        assertThat(cases.asTyped(said(about))).isEmpty();
        assertThat(said(about).getFirst().body()).isEqualTo(MASKED);
    }

    @Test
    void M11_a_text_that_grows_by_its_placeholders_is_taken_all_the_same() {
        CaseId about = write("1*1# ".repeat(10) + "*123# ".repeat(300));
        assertThat(said(about).getFirst().body()).contains("[비밀번호]").doesNotContain("123");
    }

    @Test
    void M11_words_of_before_are_brought_over_once_and_nothing_else_of_a_message_changes() {
        CaseId about = write("처음 글");
        long message = jdbc.sql("""
                insert into care.case_message (case_id, author, author_id, body, at, key, masked)
                values (:case, 'CUSTOMER', :person, :body, now(), :key, false) returning id
                """)
                .param("case", about.value())
                .param("person", person.value())
                .param("body", TYPED)
                .param("key", CaseCast.key())
                .query(Long.class)
                .single();
        jdbc.sql("insert into care.case_event (case_id, kind, staff_id, detail, at, masked)"
                        + " values (:case, 'SOLVED', 1, '010-9090-8080 통화', now(), false)")
                .param("case", about.value())
                .update();
        jdbc.sql("update care.support_case set subject = :subject, masked = false where id = :case")
                .param("case", about.value())
                .param("subject", TYPED)
                .update();
        convert();
        CaseMessage brought = said(about).getLast();
        assertThat(brought.body()).isEqualTo(MASKED);
        assertThat(cases.asTyped(said(about))).containsEntry(message, TYPED);
        assertThat(cases.history(about).getLast().detail()).isEqualTo("[전화번호] 통화");
        assertThat(cases.find(about).map(SupportCase::subject)).hasValue(MASKED);
        assertThatThrownBy(() -> jdbc.sql("update care.case_message set body = 'x' where id = :id")
                        .param("id", message)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(conversions.stream().mapToInt(this::batch).sum())
                .as("nothing is left")
                .isZero();
    }

    @Test
    void M11_words_of_before_of_an_erased_person_lose_what_led_to_them() {
        CaseId about = write("처음 글");
        long message = jdbc.sql("""
                insert into care.case_message (case_id, author, author_id, body, at, key, masked)
                values (:case, 'CUSTOMER', :person, '010-9090-8080이에요', now(), :key, false) returning id
                """)
                .param("case", about.value())
                .param("person", person.value())
                .param("key", CaseCast.key())
                .query(Long.class)
                .single();
        people.erase(person);
        convert();
        assertThat(said(about).getLast().body()).isEqualTo("[전화번호]이에요");
        assertThat(cases.asTyped(said(about))).doesNotContainKey(message);
    }

    private void convert() {
        for (Conversion conversion : conversions) {
            while (batch(conversion) > 0) {}
        }
    }

    private int batch(Conversion conversion) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> conversion.batch()));
    }
}
