package kr.dochak.promise.windows;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.database.Sql;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.SettingPreview;
import kr.dochak.shared.Id;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The settings of windows and silence, and what they would have done. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PromiseSettings.class)
class PromiseConfiguration {

    @Bean
    SettingPlan promiseSettingPlan(JdbcClient jdbc) {
        return SettingPlan.of(
                        PromiseNumbers.LEARN_FROM,
                        PromiseNumbers.LEAST_DELIVERIES,
                        PromiseNumbers.WRONG,
                        PromiseNumbers.MISSED,
                        PromiseNumbers.SILENCE_SHARE,
                        PromiseNumbers.SILENCE_DELIVERIES,
                        PromiseNumbers.SILENCE_USUAL,
                        PromiseNumbers.SILENCE_LEAST,
                        PromiseNumbers.SILENCE_MOST,
                        PromiseNumbers.UNSCANNED)
                .previewing(Stream.concat(
                                Stream.of(new SettingPreview(
                                        PromiseNumbers.LEARN_FROM,
                                        (days, mall, from, until) -> List.of(delivered(jdbc, days, mall, until)))),
                                Stream.of(
                                                PromiseNumbers.SILENCE_USUAL,
                                                PromiseNumbers.SILENCE_LEAST,
                                                PromiseNumbers.SILENCE_MOST)
                                        .map(each -> new SettingPreview(
                                                each,
                                                (hours, mall, from, until) ->
                                                        List.of(quieter(jdbc, hours, from, until)))))
                        .toArray(SettingPreview[]::new));
    }

    /** From how many deliveries one would learn now. */
    private static long delivered(JdbcClient jdbc, long days, @Nullable MallId mall, Instant until) {
        return jdbc.sql("""
                select count(*) from promise.promise
                where (:mall::bigint is null or tenant_id = :mall) and delivered_at is not null
                  and settled_at < :until and settled_at >= :until::timestamptz - make_interval(days => :days)
                """)
                .param("mall", Id.valueOf(mall))
                .param("until", Sql.at(until))
                .param("days", Math.toIntExact(days))
                .query(Long.class)
                .single();
    }

    /** How many parcels came although they had been without a scan for longer. */
    private static long quieter(JdbcClient jdbc, long hours, Instant from, Instant until) {
        return jdbc.sql("""
                select count(*) from promise.scan_gap
                where settled_at >= :from and settled_at < :until and open_seconds > :hours * 3600
                """)
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .param("hours", hours)
                .query(Long.class)
                .single();
    }
}
