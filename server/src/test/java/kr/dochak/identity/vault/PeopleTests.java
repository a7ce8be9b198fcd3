package kr.dochak.identity.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import kr.dochak.ProductTest;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.access.Reveal;
import kr.dochak.identity.access.RevealReason;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** IDN-2 on a real database. */
@ProductTest
class PeopleTests {

    private static final MallId RAINBOW = new MallId(1);
    private static final MallId OTHER = new MallId(2);
    private static final StaffMember SORA = new StaffMember(5, RAINBOW, "한소라", Set.of(StaffMember.Role.AGENT));
    private static final StaffMember STRANGER = new StaffMember(6, OTHER, "정유진", Set.of(StaffMember.Role.ADMIN));

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private final String id = "people-" + ThreadLocalRandom.current().nextLong();
    private final String phone = "010-%04d-%04d"
            .formatted(
                    ThreadLocalRandom.current().nextInt(10_000),
                    ThreadLocalRandom.current().nextInt(10_000));

    private PersonalData jimin() {
        return new PersonalData(id, "김지민", phone, id + "@example.com", "ko");
    }

    private PersonId enrolled(PersonalData person) {
        return new PersonId((people.enrol(RAINBOW, List.of(person)).getFirst()).value());
    }

    @Test
    void IDN_2_a_customer_is_taken_in_once_and_opens_as_given() {
        PersonId first = enrolled(jimin());

        assertThat(enrolled(jimin())).isEqualTo(first);
        assertThat(people.open(List.of(first))).containsEntry(first, jimin());
        assertThat(people.maskedNames(List.of(first))).containsEntry(first, "김*민");
    }

    @Test
    void IDN_2_nothing_personal_lies_readable_in_the_database() {
        PersonId person = enrolled(jimin());
        people.keepRecipients(List.of(person), List.of(recipient()));

        String rows =
                jdbc.sql("""
                select person::text || recipient::text
                from identity.person join identity.recipient on recipient.person_id = person.id
                where person.id = :id
                """).param("id", person.value()).query(String.class).single();

        for (String clear : List.of("김지민", "테헤란로", "@example.com", phone, phone.replace("-", ""))) {
            assertThat(rows).doesNotContain(clear, HexFormat.of().formatHex(clear.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void IDN_2_a_change_is_taken_over_and_a_missing_phone_is_no_change() {
        PersonId person = enrolled(jimin());
        enrolled(new PersonalData(id, "김지인", null, id + "@new.example.com", "en"));

        assertThat(people.open(List.of(person)))
                .containsEntry(person, new PersonalData(id, "김지인", phone, id + "@new.example.com", "en"));
        assertThat(people.search(SORA, id + "@example.com")).isEmpty();
        assertThat(people.search(SORA, id + "@new.example.com")).containsExactly(person);
        assertThat(people.search(SORA, phone)).contains(person);
    }

    @Test
    void IDN_2_staff_find_a_person_by_name_phone_last_four_email_or_mall_id() {
        PersonId person = enrolled(new PersonalData(id, "이름" + id, phone, id + "@Example.com", "ko"));

        for (String text : List.of("이름" + id, phone, phone.replace("-", ""), id + "@example.com", id)) {
            assertThat(people.search(SORA, text)).as(text).contains(person);
        }
        assertThat(people.search(SORA, phone.substring(phone.length() - 4))).contains(person);
        assertThat(people.search(STRANGER, phone)).doesNotContain(person);
        assertThat(people.search(SORA, " ")).isEmpty();
    }

    @Test
    void IDN_1_a_contact_leads_to_the_newest_person_and_a_safety_number_to_nobody() {
        enrolled(jimin());
        PersonId newer = enrolled(new PersonalData(id + "-2", "김지민", phone, null, "ko"));
        enrolled(new PersonalData(id + "-3", "박", "0507" + phone.substring(3), null, "ko"));

        assertThat(people.byContact(RAINBOW, phone)).contains(newer);
        assertThat(people.byContact(RAINBOW, "0507" + phone.substring(3))).isEmpty();
    }

    @Test
    void IDN_2_recipients_come_back_in_order() {
        PersonId person = enrolled(jimin());
        Recipient other = new Recipient("박", null, null, "부산 해운대구 센텀로 1", "");
        List<Long> kept = people.keepRecipients(List.of(person, person), List.of(recipient(), other));

        assertThat(people.openRecipients(kept))
                .containsEntry(kept.get(0), recipient())
                .containsEntry(kept.get(1), other);
        assertThatThrownBy(() -> people.keepRecipients(List.of(new PersonId(-1)), List.of(other)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Recipient recipient() {
        return new Recipient("김지민", "010-1234-5678", "06236", "서울 강남구 테헤란로 152", "1203호");
    }

    @Test
    void IDN_2_erasing_destroys_the_key_so_that_nothing_opens_or_is_found() {
        PersonId person = enrolled(jimin());
        List<Long> kept = people.keepRecipients(List.of(person), List.of(recipient()));
        people.erase(person);
        people.erase(person);

        assertThat(people.open(List.of(person))).isEmpty();
        assertThat(people.openRecipients(kept)).isEmpty();
        assertThat(people.search(SORA, phone)).doesNotContain(person);
        assertThat(people.maskedNames(List.of(person))).isEmpty();
        assertThat(jdbc.sql(
                                "select wrapped_key is null and name is null and external_id is null and external is null and external_index is null"
                                        + " from identity.person where id = :id")
                        .param("id", person.value())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(enrolled(jimin())).as("comes back as somebody new").isNotEqualTo(person);
    }

    @Test
    void IDN_2_a_reveal_needs_a_reason_and_can_be_read_by_the_person() {
        PersonId person = enrolled(jimin());

        assertThat(people.reveal(person, SORA, RevealReason.of("DELIVERY", " ")))
                .isEqualTo(new Reveal.NoReason<>());
        assertThat(people.accessesTo(person)).isEmpty();
        assertThat(people.reveal(person, SORA, RevealReason.of("DELIVERY", "배송지 확인하려고 전화했어요")))
                .isEqualTo(new Reveal.Revealed<>(jimin()));
        assertThat(people.accessesTo(person)).singleElement().satisfies(access -> {
            assertThat(access.staffName()).isEqualTo("한소라");
            assertThat(access.reason()).isEqualTo("배송 확인 · 배송지 확인하려고 전화했어요");
        });
    }

    @Test
    void IDN_2_staff_of_another_mall_reveal_nothing() {
        PersonId person = enrolled(jimin());

        assertThat(people.reveal(person, STRANGER, RevealReason.of("OTHER", "그냥 궁금해서 한번 봤어요")))
                .isEqualTo(new Reveal.Unknown<>());
        assertThat(people.accessesTo(person)).isEmpty();
    }

    @Test
    void two_batches_with_the_same_customers_take_each_in_once() {
        List<PersonalData> batch = batch("both", 200);
        var one = CompletableFuture.supplyAsync(() -> people.enrol(RAINBOW, batch));
        var two = CompletableFuture.supplyAsync(() -> people.enrol(RAINBOW, batch.reversed()));

        assertThat(one.join()).isEqualTo(two.join().reversed()).doesNotHaveDuplicates();
    }

    @Test
    void five_hundred_people_go_in_together_and_come_out() {
        List<PersonalData> batch = batch("many", 500);
        List<PersonId> ids = people.enrol(RAINBOW, batch);
        List<Long> kept = people.keepRecipients(
                ids, batch.stream().map(person -> recipient()).toList());

        assertThat(ids).hasSize(500).doesNotHaveDuplicates();
        assertThat(people.open(ids)).hasSize(500);
        assertThat(people.openRecipients(kept)).hasSize(500);
    }

    private List<PersonalData> batch(String name, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> new PersonalData(
                        id + name + i, "김지" + i, "010-1234-%04d".formatted(i), name + i + "@example.com", "ko"))
                .toList();
    }
}
