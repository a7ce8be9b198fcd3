package kr.dochak.care;

import java.time.Instant;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.SettingPreview;
import kr.dochak.shared.Id;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The settings of care, and what they would have done. */
@Configuration(proxyBeanMethods = false)
class CareConfiguration {

    @Bean
    SettingPlan careSettingPlan(JdbcClient jdbc) {
        return SettingPlan.of(
                        CareSettings.REOPEN_WITHIN,
                        CareSettings.IMPORTANT_FROM,
                        CareSettings.PASS_ON_WITHIN,
                        CareSettings.CALL_AGAIN_AFTER,
                        CareSettings.MESSAGES_PER_HOUR,
                        CareSettings.MESSAGES_PER_HOUR_BY_LINK,
                        CareSettings.KEEP_SOLVED)
                .previewing(
                        new SettingPreview(
                                CareSettings.REOPEN_WITHIN,
                                (days, mall, from, until) -> List.of(goneOn(jdbc, days, mall, from, until))),
                        new SettingPreview(
                                CareSettings.KEEP_SOLVED,
                                (days, mall, from, until) -> List.of(olderThan(jdbc, days, mall, until))));
    }

    /** How many cases would have gone on instead of beginning anew: those about an order whose last case was solved so shortly before. */
    private static long goneOn(JdbcClient jdbc, long days, @Nullable MallId mall, Instant from, Instant until) {
        return jdbc.sql("""
                select count(*) from care.support_case c
                where (:mall::bigint is null or c.tenant_id = :mall) and c.opened_at >= :from and c.opened_at < :until
                  and exists (
                    select from care.support_case b
                    where b.person_id = c.person_id and b.order_id = c.order_id and b.id < c.id
                      and b.solved_at > c.opened_at - make_interval(days => :days))
                """)
                .param("mall", Id.valueOf(mall))
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .param("days", Math.toIntExact(days))
                .query(Long.class)
                .single();
    }

    /** How many solved cases are older than that and would go with the next look. */
    private static long olderThan(JdbcClient jdbc, long days, @Nullable MallId mall, Instant now) {
        return jdbc.sql("""
                select count(*) from care.support_case
                where (:mall::bigint is null or tenant_id = :mall) and solved_at < :now::timestamptz - make_interval(days => :days)
                """)
                .param("mall", Id.valueOf(mall))
                .param("now", Sql.at(now))
                .param("days", Math.toIntExact(days))
                .query(Long.class)
                .single();
    }
}
