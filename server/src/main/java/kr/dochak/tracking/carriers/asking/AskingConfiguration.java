package kr.dochak.tracking.carriers.asking;

import java.util.List;
import java.util.Set;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.time.Ticking;
import kr.dochak.tracking.Tracking;
import kr.dochak.tracking.carriers.keys.CarrierKeys;
import kr.dochak.tracking.carriers.keys.CarrierSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One poll for each carrier that can be asked itself and one for all others, and the call-backs of each aggregator. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CarrierSettings.class)
class AskingConfiguration {

    private static final Set<String> THEMSELVES =
            Set.of("kr.cjlogistics", "kr.hanjin", "kr.lotte", "kr.epost", "kr.logen", "kr.coupangls", "kr.kdexp");

    /** Where polls are made. */
    interface Polls {
        Poll of(List<CarrierId> carriers);
    }

    @Bean
    Polls carrierPolls(Routes routes, Asking asking, WatchRepository watches, Tracking tracking, AnswerIntake answers) {
        return carriers -> new Poll(carriers, routes, asking, watches, tracking, answers);
    }

    @Bean
    Ticking trackerDeliveryCallBacks(CarrierKeys keys, WatchRepository watches, CallRepository calls, Routes routes) {
        return new CallBacks(new TrackerDeliveryRegistration(keys, watches), keys, calls, routes);
    }

    @Bean
    Ticking sweettrackerCallBacks(CarrierKeys keys, WatchRepository watches, CallRepository calls, Routes routes) {
        return new CallBacks(new SweettrackerRegistration(keys, watches), keys, calls, routes);
    }

    @Bean
    Ticking cjPoll(Polls polls) {
        return polls.of(List.of(new CarrierId("kr.cjlogistics")));
    }

    @Bean
    Ticking hanjinPoll(Polls polls) {
        return polls.of(List.of(new CarrierId("kr.hanjin")));
    }

    @Bean
    Ticking lottePoll(Polls polls) {
        return polls.of(List.of(new CarrierId("kr.lotte")));
    }

    @Bean
    Ticking epostPoll(Polls polls) {
        return polls.of(List.of(new CarrierId("kr.epost")));
    }

    @Bean
    Ticking logenPoll(Polls polls) {
        return polls.of(List.of(new CarrierId("kr.logen")));
    }

    @Bean
    Ticking coupangPoll(Polls polls) {
        return polls.of(List.of(new CarrierId("kr.coupangls")));
    }

    @Bean
    Ticking kdexpPoll(Polls polls) {
        return polls.of(List.of(new CarrierId("kr.kdexp")));
    }

    @Bean
    Ticking otherCarriersPoll(Polls polls) {
        return polls.of(Carrier.known().stream()
                .map(Carrier::carrierId)
                .filter(carrier -> !THEMSELVES.contains(carrier.value()))
                .toList());
    }
}
