package kr.dochak.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.settings.ChangeOutcome.Changed;
import kr.dochak.settings.ChangeOutcome.Overtaken;
import kr.dochak.settings.ChangeOutcome.Refused;
import kr.dochak.settings.ChangeOutcome.Waiting;
import kr.dochak.settings.ChangeOutcome.Why;
import kr.dochak.settings.ChangeOutcome.Wish;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.support.TransactionTemplate;

/** SET-1: a change counts at once and without a restart, from its day on, for its mall, once somebody else agreed where that is asked. */
@ProductTest
@Import(SettingsTests.Some.class)
class SettingsTests {

    private static final Setting<Duration> DAYS =
            Setting.span("test.days", Section.CARE, Unit.DAYS, 1, 60, 7).ofEachMall();
    private static final Setting<Integer> RISKY = Setting.count("test.risky", Section.PRIVACY, Unit.PEOPLE, 1, 500, 30)
            .withSecondPerson();
    private static final Person SORA = new Person(11, "한소라");
    private static final Person YUJIN = new Person(12, "정유진");

    @TestConfiguration(proxyBeanMethods = false)
    static class Some {

        @Bean
        SettingPlan testSettingPlan() {
            return SettingPlan.of(DAYS, RISKY);
        }
    }

    @Autowired
    Settings settings;

    @Autowired
    SettingDesk desk;

    @Autowired
    SettingRepository repository;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WorldClock clock;

    @Autowired
    JdbcClient jdbc;

    private MallId mall;

    @BeforeEach
    void a_mall_of_its_own() {
        mall = new MallId(ThreadLocalRandom.current().nextLong(1_000_000, 1_000_000_000));
    }

    private ChangeOutcome change(@Nullable MallId of, Setting<?> setting, long number, Instant from) {
        return desk.change(of, new Wish(setting.key(), String.valueOf(number), from, "시험", Long.MAX_VALUE), SORA);
    }

    @Test
    void SET_1_a_change_counts_at_once_for_its_mall_and_for_no_other() {
        assertThat(settings.of(DAYS, mall)).isEqualTo(Duration.ofDays(7));
        assertThat(change(mall, DAYS, 9, clock.instant())).isInstanceOf(Changed.class);
        assertThat(settings.of(DAYS, mall)).isEqualTo(Duration.ofDays(9));
        assertThat(settings.of(DAYS, new MallId(mall.value() + 1))).isEqualTo(Duration.ofDays(7));
        assertThat(desk.history("test.days", mall, Long.MAX_VALUE, 5))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .extracting(SettingChange::before, SettingChange::number, SettingChange::by)
                        .containsExactly(7L, 9L, SORA));
    }

    @Test
    void SET_1_it_counts_from_its_day_on_and_can_be_taken_back_until_then() {
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        Changed changed = (Changed) change(mall, DAYS, 20, tomorrow);
        assertThat(settings.of(DAYS, mall)).isEqualTo(Duration.ofDays(7));
        assertThat(settings.number(DAYS, mall, tomorrow)).isEqualTo(20);
        assertThat(desk.withdraw(DAYS.key(), mall, changed.change().id(), YUJIN))
                .isInstanceOf(Changed.class);
        assertThat(settings.number(DAYS, mall, tomorrow)).isEqualTo(7);
        change(mall, DAYS, 21, tomorrow);
        clock.advanceTo(tomorrow);
        assertThat(settings.of(DAYS, mall)).isEqualTo(Duration.ofDays(21));
        long id = desk.history("test.days", mall, Long.MAX_VALUE, 1).getFirst().id();
        assertThat(desk.withdraw(DAYS.key(), mall, id, YUJIN)).isEqualTo(new Refused(Why.OVER));
    }

    @Test
    void SET_1_a_risky_one_needs_a_second_person_and_never_the_maker() {
        int before = settings.of(RISKY);
        Waiting waiting = (Waiting) change(null, RISKY, before + 1, clock.instant());
        assertThat(settings.of(RISKY)).isEqualTo(before);
        assertThat(desk.agree(RISKY.key(), mall, waiting.change().id(), SORA)).isEqualTo(new Refused(Why.OWN_CHANGE));
        assertThat(desk.agree(RISKY.key(), mall, waiting.change().id(), YUJIN)).isInstanceOf(Changed.class);
        assertThat(settings.of(RISKY)).isEqualTo(before + 1);
        assertThat(desk.agree(RISKY.key(), mall, waiting.change().id(), new Person(13, "박준호")))
                .isEqualTo(new Refused(Why.OVER));
    }

    @Test
    void SET_1_nobody_decides_about_another_malls_change() {
        Changed changed = (Changed) change(mall, DAYS, 9, clock.instant().plus(Duration.ofDays(3)));
        MallId other = new MallId(mall.value() + 1);
        assertThat(desk.withdraw(DAYS.key(), other, changed.change().id(), YUJIN))
                .isInstanceOf(ChangeOutcome.Unknown.class);
        assertThat(desk.agree(DAYS.key(), other, changed.change().id(), YUJIN))
                .isInstanceOf(ChangeOutcome.Unknown.class);
    }

    @Test
    void SET_1_who_owns_one_setting_decides_about_no_other_by_its_address() {
        Waiting waiting = (Waiting) change(null, RISKY, settings.of(RISKY) + 1, clock.instant());
        long id = waiting.change().id();
        assertThat(desk.agree("test.days", mall, id, YUJIN)).isInstanceOf(ChangeOutcome.Unknown.class);
        assertThat(desk.withdraw("test.days", mall, id, YUJIN)).isInstanceOf(ChangeOutcome.Unknown.class);
        assertThat(desk.withdraw("test.risky", mall, id, YUJIN)).isInstanceOf(Changed.class);
    }

    @Test
    void SET_1_a_number_for_now_does_not_hide_the_one_that_is_decided_for_later() {
        Instant later = clock.instant().plus(Duration.ofDays(9));
        change(mall, DAYS, 20, later);
        change(mall, DAYS, 9, clock.instant());
        assertThat(settings.ahead(DAYS, mall, clock.instant()))
                .hasValueSatisfying(ahead -> assertThat(ahead).isEqualTo(new Settings.Ahead(20, later)));
        assertThat(settings.ahead(DAYS, new MallId(mall.value() + 1), clock.instant()))
                .isEmpty();
    }

    @Test
    void SET_1_who_changes_what_somebody_else_just_changed_hears_of_it() {
        change(mall, DAYS, 9, clock.instant());
        Wish old = new Wish("test.days", "12", clock.instant(), "시험", 0);
        assertThat(desk.change(mall, old, YUJIN)).isInstanceOf(Overtaken.class);
        assertThat(settings.of(DAYS, mall)).isEqualTo(Duration.ofDays(9));
    }

    @Test
    void SET_1_a_setting_of_the_house_is_nobodys_own() {
        assertThat(change(mall, RISKY, 31, clock.instant())).isInstanceOf(ChangeOutcome.Unknown.class);
        assertThat(desk.change(null, new Wish("no.such", "1", clock.instant(), "시험", 0), SORA))
                .isInstanceOf(ChangeOutcome.Unknown.class);
    }

    @Test
    void SET_1_another_process_sees_it_with_its_next_beat() {
        Settings other =
                new Settings(new StaticListableBeanFactory().getBeanProvider(SettingPlan.class), repository, clock);
        assertThat(other.of(DAYS, mall)).isEqualTo(Duration.ofDays(7));
        change(mall, DAYS, 9, clock.instant());
        assertThat(other.of(DAYS, mall)).isEqualTo(Duration.ofDays(7));
        other.tick(clock.instant());
        assertThat(other.of(DAYS, mall)).isEqualTo(Duration.ofDays(9));
    }

    @Test
    void ASR_5_history_is_only_added_to() {
        Changed changed = (Changed) change(mall, DAYS, 9, clock.instant());
        for (String sql : new String[] {
            "delete from settings.change where id = :id",
            "update settings.change set number = 1 where id = :id",
            "update settings.change set reason = 'x', staff_id = 5 where id = :id"
        }) {
            assertThatThrownBy(() ->
                            jdbc.sql(sql).param("id", changed.change().id()).update())
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
            assertThatThrownBy(() -> TestDatabase.asSuperuser(jdbc)
                            .sql(sql)
                            .param("id", changed.change().id())
                            .update())
                    .as(sql)
                    .hasStackTraceContaining("only added to");
        }
    }

    @Test
    void SET_1_what_a_file_gave_before_is_taken_over_once() {
        String key = "test.former-" + mall;
        Setting<Integer> former = Setting.count(key, Section.CARE, Unit.TIMES, 1, 100, 5);
        Settings own = new Settings(
                new StaticListableBeanFactory(Map.of("plan", SettingPlan.of(former)))
                        .getBeanProvider(SettingPlan.class),
                repository,
                clock);
        MockEnvironment file = new MockEnvironment().withProperty("dochak." + key, "40");
        var takeOver = new FormerSettings(own, List.of(), repository, file, clock, transaction);
        takeOver.afterSingletonsInstantiated();
        assertThat(own.of(former)).isEqualTo(40);
        desk.history(key, null, Long.MAX_VALUE, 5)
                .forEach(row -> assertThat(row.by().isFile()).isTrue());
        file.setProperty("dochak." + key, "60");
        takeOver.afterSingletonsInstantiated();
        assertThat(own.of(former)).as("the page counts from then on").isEqualTo(40);
    }

    @Test
    void SET_1_numbers_of_a_former_table_are_taken_over_for_each_mall_where_they_differ() {
        String key = "test.table-" + mall;
        Setting<Integer> former =
                Setting.count(key, Section.CARE, Unit.TIMES, 1, 100, 5).ofEachMall();
        MallId other = new MallId(mall.value() + 1);
        SettingOrigin origin =
                new SettingOrigin(former, "test.table", () -> Map.of(MallId.DEFAULT, 5L, mall, 9L, other, 900L));
        new FormerSettings(
                        settings,
                        List.of(SettingPlan.of(former).from(origin)),
                        repository,
                        new MockEnvironment(),
                        clock,
                        transaction)
                .afterSingletonsInstantiated();
        assertThat(desk.history(key, null, Long.MAX_VALUE, 5)).as("as it came").isEmpty();
        assertThat(settings.of(former, mall)).isEqualTo(9);
        assertThat(settings.of(former, other)).as("out of bounds").isEqualTo(5);
    }
}
