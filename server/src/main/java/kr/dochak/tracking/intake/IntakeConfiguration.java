package kr.dochak.tracking.intake;

import kr.dochak.api.ProblemWriter;
import kr.dochak.identity.doors.ApiCallers;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

    /** Before the doors of the API, which it opens only with a key that they would let in too: every key may bring scans. */
    @Bean
    FilterRegistrationBean<ScanShortcut> scanShortcut(
            ApiCallers callers, ScanTaking taking, JsonMapper json, ProblemWriter problems, PushedBodies bodies) {
        FilterRegistrationBean<ScanShortcut> filter =
                new FilterRegistrationBean<>(new ScanShortcut(callers, taking, json, problems, bodies));
        filter.addUrlPatterns("/api/v1/scans");
        filter.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER - 10);
        return filter;
    }
}
