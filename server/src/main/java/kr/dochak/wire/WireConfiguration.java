package kr.dochak.wire;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WireConfiguration {

    @Bean
    Wire wire(InstantSource clock) {
        return new Wire(clock, Names.SYSTEM);
    }
}
