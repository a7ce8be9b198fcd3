package kr.dochak.identity.doors;

import static org.springframework.http.HttpMethod.GET;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.accounts.FirstPassword;
import kr.dochak.identity.factors.FirstFactor;
import kr.dochak.identity.security.RefusalNotes;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.identity.vault.People;
import kr.dochak.shared.PublicUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The doors for people. Staff and customers have a chain each, with a login of its own in a cookie of its own
 * name: the same browser may hold both, and neither is ever seen by the other's pages.
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
    /** What the browser kept goes with the log-in (ASVS 14.3.1); over TLS only, since no browser hears it otherwise. */
    private static final LogoutHandler EMPTIED =
            new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE));

    /** The log-ins, and what the ground floor itself shows. */
    @Bean
    DoorPlan groundFloorPages() {
        return DoorPlan.of(
                Door.toEverybody("/console/login/**"),
                Door.toEverybody("/console/welcome/*"),
                Door.toStaff("/console/logout"),
                Door.toStaff("/console/components/**", Right.STAFF_SET),
                Door.toEverybody("/setup/*"),
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
    SecurityFilterChain console(
            HttpSecurity http,
            DoorTable doors,
            StaffLogin login,
            PageLogin staffPages,
            InstantSource clock,
            SecurityLog log)
            throws Exception {
        List<Door> ours = doors.of(DoorTable.Surface.CONSOLE);
        PageDoor door = new PageDoor("/console/login", request -> true, anyOf(ours));
        http.securityMatcher("/console/**")
                .authorizeHttpRequests(rules -> open(ours, rules))
                .authenticationManager(login)
                .formLogin(form -> form.loginPage("/console/login")
                        .usernameParameter("email")
                        .authenticationDetailsSource((HttpServletRequest request) -> LoginPlace.of(request))
                        .successHandler(new StaffLoginSuccess(staffPages.wanted()))
                        .failureHandler(new StaffLoginFailure(clock)))
                .logout(logout -> logout.logoutUrl("/console/logout")
                        .addLogoutHandler(noted(log))
                        .addLogoutHandler(EMPTIED)
                        .invalidateHttpSession(false)
                        .logoutSuccessUrl("/console/login?out"))
                .addFilterBefore(new UploadsOfStaff(door), CsrfFilter.class)
                .addFilterBefore(new FirstPassword(), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new FirstFactor(), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(door).accessDeniedHandler(door));
        return withLogin(http, staffPages, log).build();
    }

    @Bean
    @Order(6)
    SecurityFilterChain portal(
            HttpSecurity http, DoorTable doors, PageLogin customerPages, SecurityLog log, People people)
            throws Exception {
        List<Door> ours = doors.of(DoorTable.Surface.PORTAL);
        RequestMatcher ofCustomers = anyOf(ours.stream()
                .filter(each -> each.guest() instanceof Door.Guest.Customers)
                .toList());
        PageDoor door = new PageDoor("/login", ofCustomers, ofCustomers);
        http.authorizeHttpRequests(rules -> open(ours, rules))
                .logout(logout -> logout.logoutUrl("/logout")
                        .addLogoutHandler(noted(log))
                        .addLogoutHandler(EMPTIED)
                        .invalidateHttpSession(false)
                        .logoutSuccessUrl("/login?out"))
                .addFilterBefore(new StillCustomer(people, customerPages.logins()), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(door).accessDeniedHandler(door));
        return withLogin(http, customerPages, log).build();
    }

    /** A file from somebody who is not logged in is refused before it is read: the form's token is in it. */
    private static final class UploadsOfStaff extends OncePerRequestFilter {

        private final PageDoor door;

        private UploadsOfStaff(PageDoor door) {
            this.door = door;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            Authentication login = SecurityContextHolder.getContext().getAuthentication();
            boolean staff = login != null && login.getPrincipal() instanceof StaffMember;
            if (!staff && String.valueOf(request.getContentType()).startsWith("multipart/")) {
                door.commence(request, response, new InsufficientAuthenticationException("files of nobody"));
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    @Bean
    PageLogin customerPages(Sessions sessions, MasterKey master, PublicUrl url) {
        return PageLogin.customers(sessions, master, url);
    }

    @Bean
    PageLogin staffPages(Sessions sessions, MasterKey master, PublicUrl url) {
        return PageLogin.staff(sessions, master, url);
    }

    private static LogoutHandler noted(SecurityLog log) {
        return (request, response, login) -> log.note(
                Kind.LOGOUT,
                Outcome.DONE,
                Who.of(login == null ? null : login.getPrincipal()),
                request.getRemoteAddr(),
                "");
    }

    private static HttpSecurity withLogin(HttpSecurity http, PageLogin pages, SecurityLog log) throws Exception {
        return http.addFilterAfter(new RefusalNotes(log), SecurityContextHolderFilter.class)
                .securityContext(context -> context.securityContextRepository(pages.logins()))
                .requestCache(cache -> cache.requestCache(pages.wanted()))
                .csrf(csrf -> csrf.csrfTokenRepository(pages.tokens()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
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
