package kr.dochak.identity.doors;

import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import kr.dochak.identity.ApiCaller.Scope;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.security.RefusalNotes;
import kr.dochak.identity.security.SecurityLog;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The doors for machines: API, internal steering, hooks, management; those of pages are {@link PageDoors}, and what no
 * {@link DoorPlan} opens is closed. None has a session, so none can be reached with a browser's cookie, which is why
 * CSRF protection is off here and only here.
 */
@Configuration(proxyBeanMethods = false)
class Doors {

    /** An admin's key opens the whole API; any key its description, which in a demo is for everybody. */
    @Bean
    DoorPlan wholeApi(IdentitySettings settings) {
        return DoorPlan.of(
                Door.toKeys("/api/v1/**"),
                Door.toKeys("/internal/**"),
                description("/api/v1/openapi.json/**", settings),
                description("/api/v1/docs/**", settings),
                description("/api/v1/swagger-ui/**", settings));
    }

    private static Door description(String address, IdentitySettings settings) {
        Door door = settings.demo() ? Door.toEverybody(address) : Door.toKeys(address, Scope.MALL, Scope.CARRIER);
        return door.on(GET);
    }

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
    SecurityFilterChain api(
            HttpSecurity http, DoorTable doors, ApiCallers callers, ApiRefusals refusals, SecurityLog log)
            throws Exception {
        http.securityMatcher("/api/**", "/internal/**")
                .authorizeHttpRequests(rules -> open(doors.of(DoorTable.Surface.API), rules))
                .addFilterAfter(new RefusalNotes(log), SecurityContextHolderFilter.class)
                .addFilterBefore(new ApiKeyFilter(callers, refusals), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
        return stateless(http).headers(SafeHeaders::documentation).build();
    }

    /** Vendors and carriers report here; the module that is meant checks the signature over the raw body. */
    @Bean
    @Order(3)
    SecurityFilterChain hooks(HttpSecurity http, DoorTable doors, SecurityLog log) throws Exception {
        http.securityMatcher("/hooks/**")
                .addFilterAfter(new RefusalNotes(log), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(rules -> open(doors.of(DoorTable.Surface.HOOKS), rules));
        return stateless(http).headers(SafeHeaders::pages).build();
    }

    /**
     * One observation around each filter of each request says nothing that the request's own does not, and costs half of it.
     */
    @Bean
    SecurityObservationSettings requestsAreObservedOnce() {
        return SecurityObservationSettings.noObservations();
    }

    /** Makes rules of the doors in their order; what no door is for is closed. */
    static void open(
            List<Door> doors, AuthorizeHttpRequestsConfigurer<?>.AuthorizationManagerRequestMatcherRegistry rules) {
        for (Door door : doors) {
            var rule = door.method() == null
                    ? rules.requestMatchers(door.address())
                    : rules.requestMatchers(door.method(), door.address());
            if (door.guest() instanceof Door.Guest.Everybody) {
                rule.permitAll();
            } else {
                rule.hasAnyAuthority(Authorities.of(door.guest()).toArray(String[]::new));
            }
        }
        rules.anyRequest().denyAll();
    }

    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
