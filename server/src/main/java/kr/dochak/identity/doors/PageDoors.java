package kr.dochak.identity.doors;

import static org.springframework.http.HttpMethod.GET;

import jakarta.servlet.DispatcherType;
import java.util.List;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The doors for people. Staff and customers have a chain each, with a login of its own kept under its own name in the
 * session: the same browser may hold both, and neither is ever seen by the other's pages.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class PageDoors {

    private static final String[] FILES = {
        "/assets/**",
        "/vendor/**",
        "/webjars/**",
        "/img/**",
        "/favicon.ico",
        "/manifest.json",
        "/sw.js",
        "/offline.html",
        "/robots.txt"
    };
    /** The log-ins, and what the ground floor itself shows. */
    @Bean
    DoorPlan groundFloorPages() {
        return DoorPlan.of(
                Door.toEverybody("/console/login"),
                Door.toStaff("/console/logout"),
                Door.toStaff("/console/components/**", StaffMember.Role.ADMIN),
                Door.toEverybody("/login/**"),
                Door.toCustomers("/logout"),
                Door.toEverybody("/problems/**"));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(4)
    SecurityFilterChain files(HttpSecurity http) throws Exception {
        return http.securityMatcher(FILES)
                .authorizeHttpRequests(rules -> rules.requestMatchers(GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(SafeHeaders::files)
                .build();
    }

    @Bean
    @Order(5)
    SecurityFilterChain console(HttpSecurity http, DoorTable doors, StaffLogin login, Staff staff) throws Exception {
        PageLogin pages = PageLogin.staff();
        List<Door> ours = doors.of(DoorTable.Surface.CONSOLE);
        PageDoor door = new PageDoor("/console/login", request -> true, anyOf(ours));
        http.securityMatcher("/console/**")
                .authorizeHttpRequests(rules -> open(ours, rules))
                .authenticationManager(login)
                .formLogin(form -> form.loginPage("/console/login")
                        .usernameParameter("email")
                        .defaultSuccessUrl("/console")
                        .failureHandler(new StaffLoginFailure()))
                .logout(logout -> logout.logoutUrl("/console/logout")
                        .invalidateHttpSession(false)
                        .logoutSuccessUrl("/console/login?out"))
                .addFilterBefore(new StillOnStaff(staff, pages.logins()), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(door).accessDeniedHandler(door));
        return withLogin(http, pages).build();
    }

    @Bean
    @Order(6)
    SecurityFilterChain portal(HttpSecurity http, DoorTable doors, PageLogin customerPages) throws Exception {
        List<Door> ours = doors.of(DoorTable.Surface.PORTAL);
        RequestMatcher ofCustomers = anyOf(ours.stream()
                .filter(each -> each.guest() instanceof Door.Guest.Customers)
                .toList());
        PageDoor door = new PageDoor("/login", ofCustomers, ofCustomers);
        http.authorizeHttpRequests(rules -> open(ours, rules))
                .logout(logout ->
                        logout.logoutUrl("/logout").invalidateHttpSession(false).logoutSuccessUrl("/login?out"))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(door).accessDeniedHandler(door));
        return withLogin(http, customerPages).build();
    }

    @Bean
    PageLogin customerPages() {
        return PageLogin.customers();
    }

    private static HttpSecurity withLogin(HttpSecurity http, PageLogin pages) throws Exception {
        return http.securityContext(context -> context.securityContextRepository(pages.logins()))
                .requestCache(cache -> cache.requestCache(pages.wanted()))
                .csrf(csrf -> csrf.csrfTokenRepository(pages.tokens()))
                .headers(SafeHeaders::pages);
    }

    /** As {@link Doors#open}, once a request has come in: what it forwards to itself is its own business. */
    private static void open(
            List<Door> doors, AuthorizeHttpRequestsConfigurer<?>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll();
        Doors.open(doors, rules);
    }

    private static RequestMatcher anyOf(List<Door> doors) {
        var patterns = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(doors.stream()
                .<RequestMatcher>map(door -> patterns.matcher(door.address()))
                .toList());
    }
}
