package kr.dochak.promise.areas;

import java.time.InstantSource;
import kr.dochak.shared.Ticking;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** One route and one poll for each public service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AreaSettings.class)
class AreaConfiguration {

    @Bean
    AreaRoute weatherRoute(AreaSettings settings, InstantSource clock) {
        return new AreaRoute(new KmaFeed(), settings, clock);
    }

    @Bean
    AreaRoute trafficRoute(AreaSettings settings, InstantSource clock) {
        return new AreaRoute(new ItsFeed(), settings, clock);
    }

    @Bean
    Ticking weatherPoll(
            AreaRoute weatherRoute, AreaRepository repository, AreaWarnings warnings, TransactionTemplate transaction) {
        return new AreaPoll(weatherRoute, repository, warnings, transaction);
    }

    @Bean
    Ticking trafficPoll(
            AreaRoute trafficRoute, AreaRepository repository, AreaWarnings warnings, TransactionTemplate transaction) {
        return new AreaPoll(trafficRoute, repository, warnings, transaction);
    }
}
