package kr.dochak.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import kr.dochak.ProductTest;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** M6: who of the staff sees a customer in the clear, why, and how many of them within an hour. */
@ProductTest
class RevealsTests {

    private static final AtomicLong FRESH = new AtomicLong(880_000_000);
    private static final int PER_HOUR = 30;
    private static final RevealReason WHY = RevealReason.of("CUSTOMER_ASKED", "배송지를 다시 묻는 전화를 받았어요");

    @Autowired
    private People people;

    private final MallId mall = new MallId(FRESH.incrementAndGet());

    private StaffMember staff(Role role) {
        return new StaffMember(FRESH.incrementAndGet(), mall, "박준호", Set.of(role));
    }

    private List<PersonId> customers(int count) {
        return people.enrol(
                mall,
                IntStream.range(0, count)
                        .mapToObj(i -> {
                            long id = FRESH.incrementAndGet();
                            return new PersonalData(
                                    "r" + id, "이름" + id, "010" + id % 100_000_000, id + "@example.com", "ko");
                        })
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void M6_who_works_with_people_sees_them_and_nobody_else(Role role) {
        Reveal<PersonalData> shown = people.reveal(customers(1).getFirst(), staff(role), WHY);
        assertThat(shown)
                .isInstanceOf(
                        Set.of(Role.AGENT, Role.LEAD, Role.MANAGER, Role.LEGAL, Role.ADMIN)
                                        .contains(role)
                                ? Reveal.Revealed.class
                                : Reveal.NotAllowed.class);
    }

    /** What law keeps and copies for customers are looks at a person, with a reason and so many an hour. */
    @Test
    void M6_every_role_that_opens_the_archive_or_hands_out_copies_may_look_at_people() {
        for (Role role : Role.values()) {
            if (role.rights().contains(Right.ARCHIVE_OPEN) || role.rights().contains(Right.PERSONS_ERASE)) {
                assertThat(role.rights()).as(role.name()).contains(Right.PERSONS_REVEAL);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DELIVERY       | x                              | false
            DELIVERY       | ㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇㅇ         | false
            DELIVERY       | . . . . . . . . . . . .        | false
            ''             | 배송지를 다시 묻는 전화를 받았어요 | false
            NOSUCH         | 배송지를 다시 묻는 전화를 받았어요 | false
            delivery       | 배송지를 다시 묻는 전화를 받았어요 | true
            AUTHORITY      | 소비자원 2026-1234호 자료 요청    | true
            """)
    void M6_a_reason_is_a_kind_and_words_that_say_something(String kind, String words, boolean enough) {
        assertThat(RevealReason.of(kind, words).isEnough()).isEqualTo(enough);
    }

    @Test
    void M6_a_case_is_reason_enough_beside_its_kind_and_no_reason_is_a_novel() {
        assertThat(RevealReason.forCase("DELIVERY", "", "C20261123-0001").isEnough())
                .isTrue();
        assertThat(RevealReason.forCase("", "", "C20261123-0001").isEnough()).isFalse();
        assertThat(RevealReason.of("OTHER", "왜 보는지 적습니다 ".repeat(60)).isEnough())
                .isFalse();
        assertThat(RevealReason.forCase("DELIVERY", "", "C20261123-0001").text())
                .isEqualTo("배송 확인 · C20261123-0001");
    }

    @Test
    void M6_forty_people_in_a_row_are_thirty_and_an_alarm() {
        StaffMember agent = staff(Role.AGENT);
        List<PersonId> forty = customers(40);
        List<Reveal<PersonalData>> shown = new ArrayList<>();
        forty.forEach(person -> shown.add(people.reveal(person, agent, WHY)));

        assertThat(shown.subList(0, PER_HOUR)).allMatch(Reveal.Revealed.class::isInstance);
        assertThat(shown.subList(PER_HOUR, 40)).allMatch(Reveal.TooMany.class::isInstance);
        assertThat(people.reveal(forty.getFirst(), agent, WHY))
                .as("whom they saw already they may see again")
                .isInstanceOf(Reveal.Revealed.class);
        assertThat(people.refusedReveals(mall)).singleElement().satisfies(alarm -> {
            assertThat(alarm.staffName()).isEqualTo("박준호");
            assertThat(alarm.times()).isEqualTo(10);
        });
        assertThat(people.accessesTo(forty.get(39))).as("nothing was seen").isEmpty();
        assertThat(people.accesses(mall, null, 100).items()).hasSize(41);
        assertThat(people.reveal(forty.get(39), staff(Role.LEAD), WHY))
                .as("a colleague has an hour of their own")
                .isInstanceOf(Reveal.Revealed.class);
    }

    @Test
    void M6_forty_looks_at_once_are_thirty_too() {
        StaffMember agent = staff(Role.AGENT);
        List<CompletableFuture<Reveal<PersonalData>>> looks = customers(40).stream()
                .map(person -> CompletableFuture.supplyAsync(() -> people.reveal(person, agent, WHY)))
                .toList();
        assertThat(looks.stream().map(CompletableFuture::join).filter(Reveal.Revealed.class::isInstance))
                .hasSize(PER_HOUR);
    }

    @Test
    void M6_who_is_looked_up_by_a_phone_or_a_mail_address_has_a_row_of_it_once_an_hour() {
        StaffMember operator = staff(Role.OPERATOR);
        PersonId person = customers(1).getFirst();
        PersonalData data = people.open(List.of(person)).get(person);
        String phone = data.phone();
        for (String text : new String[] {phone, phone, data.email(), phone.substring(phone.length() - 4)}) {
            assertThat(people.search(operator, text)).contains(person);
        }
        assertThat(people.accessesTo(person))
                .extracting(Access::what)
                .containsExactlyInAnyOrder("전화번호로 찾기", "이메일로 찾기", "전화번호 뒷자리로 찾기");
        people.search(operator, data.name());
        people.search(operator, data.externalId());
        assertThat(people.accessesTo(person)).hasSize(3);
    }

    @Test
    void M6_a_search_that_finds_nobody_is_a_search_too() {
        people.search(staff(Role.AGENT), "010-9090-1234");
        assertThat(people.accesses(mall, null, 10).items()).singleElement().satisfies(look -> {
            assertThat(look.personId()).isNull();
            assertThat(look.access().what()).isEqualTo("전화번호로 찾기");
        });
    }
}
