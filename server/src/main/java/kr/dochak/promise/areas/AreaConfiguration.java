package kr.dochak.promise.areas;

import kr.dochak.promise.areas.feeds.ItsFeed;
import kr.dochak.promise.areas.feeds.KmaFeed;
import kr.dochak.time.Ticking;
import kr.dochak.wire.Wire;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** One route and one poll for each public service. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AreaSettings.class)
class AreaConfiguration {

    @Bean
    AreaRoute weatherRoute(AreaKeys keys, AreaSettings settings, Wire wire) {
        return new AreaRoute(new KmaFeed(), keys, settings, wire);
    }

    @Bean
    AreaRoute trafficRoute(AreaKeys keys, AreaSettings settings, Wire wire) {
        return new AreaRoute(new ItsFeed(), keys, settings, wire);
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
