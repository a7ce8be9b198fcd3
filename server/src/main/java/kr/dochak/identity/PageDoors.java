package kr.dochak.identity;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
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
    private static final String[] FOR_ADMINS = {
        "/console/components/**",
        "/console/settings/**",
        "/console/staff/**",
        "/console/webhooks/**",
        "/console/windows/model/training",
        "/console/windows/model/use"
    };
    private static final String[] FOR_LEADS = {"/console/compensation/**", "/console/windows/model/**"};
    private static final String[] OF_CUSTOMERS = {
        "/", "/orders/**", "/benefits/**", "/help/**", "/inquiries/**", "/settings/**", "/inbox/**", "/logout"
    };
    /** The tracking page's token decides in the page itself, as does who may hear a live topic. */
    private static final String[] FOR_EVERYBODY = {
        "/t/**", "/live/**", "/policy/**", "/notices/**", "/login/**", "/problems/**"
    };

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
    SecurityFilterChain console(HttpSecurity http, StaffLogin login, Staff staff) throws Exception {
        PageLogin pages = PageLogin.staff();
        PageDoor door = new PageDoor("/console/login", request -> true);
        http.securityMatcher("/console/**")
                .authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/console/login")
                        .permitAll()
                        .requestMatchers(FOR_ADMINS)
                        .hasRole(StaffMember.Role.ADMIN.name())
                        .requestMatchers("/console/cases/**")
                        .hasRole(StaffMember.Role.AGENT.name())
                        .requestMatchers(FOR_LEADS)
                        .hasRole(StaffMember.Role.LEAD.name())
                        .requestMatchers(POST, "/console/windows/**")
                        .hasRole(StaffMember.Role.LEAD.name())
                        .requestMatchers("/console/board/**", "/console/windows/**", "/console/integrations/**")
                        .hasAnyRole(StaffMember.Role.LEAD.name(), StaffMember.Role.OPERATOR.name())
                        .anyRequest()
                        .hasRole(Authorities.STAFF))
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
    SecurityFilterChain portal(HttpSecurity http, PageLogin customerPages) throws Exception {
        PageDoor door = new PageDoor("/login", anyOf(OF_CUSTOMERS));
        http.authorizeHttpRequests(rules -> rules.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(FOR_EVERYBODY)
                        .permitAll()
                        .requestMatchers(OF_CUSTOMERS)
                        .hasRole(Authorities.CUSTOMER)
                        .anyRequest()
                        .denyAll())
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

    private static RequestMatcher anyOf(String[] paths) {
        var patterns = PathPatternRequestMatcher.withDefaults();
        return new OrRequestMatcher(java.util.Arrays.stream(paths)
                .<RequestMatcher>map(patterns::matcher)
                .toList());
    }
}
