package kr.dochak.identity;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import kr.dochak.identity.ApiCaller.Scope;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/**
 * The doors for machines: API, internal steering, hooks, management. None has a session, so none can be reached with a
 * browser's cookie, which is why CSRF protection is off here and only here. Pages: {@link PageDoors}. What nobody opens is
 * closed.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    private static final String[] DOCUMENTATION = {"/api/v1/openapi.json/**", "/api/v1/docs/**", "/api/v1/swagger-ui/**"
    };
    private static final String[] OF_A_MALL = {
        "/api/v1/orders/**",
        "/api/v1/imports/**",
        "/api/v1/shipments/**",
        "/api/v1/scans/**",
        "/api/v1/claims/**",
        "/api/v1/promises/**",
        "/api/v1/webhooks/**"
    };

    /** Health for everybody; the figures only where they have a port of their own, which is not given to the world. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http, Environment environment) throws Exception {
        boolean ownPort = ManagementPortType.get(environment) == ManagementPortType.DIFFERENT;
        http.securityMatcher(EndpointRequest.toAnyEndpoint()).authorizeHttpRequests(rules -> {
            rules.requestMatchers(EndpointRequest.to("health")).permitAll();
            if (ownPort) {
                rules.requestMatchers(GET).permitAll();
            }
            rules.anyRequest().denyAll();
        });
        return stateless(http).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiCallers callers, ApiRefusals refusals) throws Exception {
        http.securityMatcher("/api/**", "/internal/**")
                .authorizeHttpRequests(rules -> rules.requestMatchers(GET, DOCUMENTATION)
                        .permitAll()
                        .requestMatchers(GET, "/internal/clock")
                        .permitAll()
                        .requestMatchers(
                                POST, "/api/v1/carriers/*/events") // signed; tracking checks it over the raw body
                        .permitAll()
                        .requestMatchers(POST, "/api/v1/scans")
                        .hasAnyAuthority(key(Scope.CARRIER), key(Scope.MALL), key(Scope.ADMIN))
                        .requestMatchers(OF_A_MALL)
                        .hasAnyAuthority(key(Scope.MALL), key(Scope.ADMIN))
                        .requestMatchers("/api/v1/**", "/internal/**")
                        .hasAuthority(key(Scope.ADMIN))
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new ApiKeyFilter(callers, refusals), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        return stateless(http).headers(SafeHeaders::documentation).build();
    }

    /** Vendors and carriers report here; the module that is meant checks the signature over the raw body. */
    @Bean
    @Order(3)
    SecurityFilterChain hooks(HttpSecurity http) throws Exception {
        http.securityMatcher("/hooks/**")
                .authorizeHttpRequests(rules -> rules.anyRequest().permitAll());
        return stateless(http).build();
    }

    /**
     * One observation around each filter of each request says nothing that the request's own does not, and costs half of it.
     */
    @Bean
    SecurityObservationSettings requestsAreObservedOnce() {
        return SecurityObservationSettings.noObservations();
    }

    private static String key(Scope scope) {
        return Authorities.key(scope);
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
