package kr.dochak.compensation.goodwill;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import kr.dochak.alerts.AlertKind;
import kr.dochak.approvals.ApprovalAlerts;
import kr.dochak.database.Sql;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingOrigin;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.SettingPreview;
import kr.dochak.shared.Id;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Up to which sum one person approves goodwill alone (BEN-4, SET-1). */
@Configuration(proxyBeanMethods = false)
class GoodwillSettings {

    static final Setting<Won> ALONE_UP_TO = Setting.won("compensation.alone-up-to", Section.MONEY, 0, 1_000_000, 50_000)
            .withSecondPerson();
    /** How much staff give for one order without another; nothing as delivered, since nobody approves their own. */
    static final Setting<Won> AT_ONCE_UP_TO = Setting.won("compensation.at-once-up-to", Section.MONEY, 0, 50_000, 0)
            .withSecondPerson();

    /** Goodwill waits for somebody who may approve it. */
    @Bean
    AlertKind waitingGoodwillAlert(ApprovalAlerts alerts) {
        return alerts.waits(
                GoodwillApproval.KIND, Right.COMPENSATION_SEE, Role.LEAD, Role.MANAGER, Role.EXECUTIVE, Role.ADMIN);
    }

    @Bean
    SettingPlan goodwillSettingPlan(JdbcClient jdbc) {
        return SettingPlan.of(ALONE_UP_TO, AT_ONCE_UP_TO)
                .previewing(
                        new SettingPreview(
                                ALONE_UP_TO, (won, mall, from, until) -> List.of(above(jdbc, won, mall, from, until))),
                        new SettingPreview(
                                AT_ONCE_UP_TO,
                                (won, mall, from, until) -> List.of(within(jdbc, won, mall, from, until))))
                .from(new SettingOrigin(
                        ALONE_UP_TO,
                        "compensation.approval_rule",
                        () -> Map.of(
                                MallId.DEFAULT,
                                jdbc.sql("select alone_up_to from compensation.approval_rule")
                                        .query(Long.class)
                                        .single())));
    }

    /** How many wishes would have needed two people. */
    private static long above(JdbcClient jdbc, long won, @Nullable MallId mall, Instant from, Instant until) {
        return jdbc.sql("""
                select count(*) from compensation.goodwill
                where (:mall::bigint is null or tenant_id = :mall) and made_at >= :from and made_at < :until and won > :won
                """)
                .param("mall", Id.valueOf(mall))
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .param("won", won)
                .query(Long.class)
                .single();
    }

    /** How many wishes were no larger. */
    private static long within(JdbcClient jdbc, long won, @Nullable MallId mall, Instant from, Instant until) {
        return jdbc.sql("""
                select count(*) from compensation.goodwill
                where (:mall::bigint is null or tenant_id = :mall) and made_at >= :from and made_at < :until and won <= :won
                """)
                .param("mall", Id.valueOf(mall))
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .param("won", won)
                .query(Long.class)
                .single();
    }
}
