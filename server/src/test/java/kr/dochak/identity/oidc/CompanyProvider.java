package kr.dochak.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A company's provider: Spring's own authorization server in a small context of its own. What it says of its user, and how it
 * misbehaves, the test tells it.
 */
final class CompanyProvider {

    static final String CLIENT = "dochak";
    static final String SECRET = "eighteen letters & + %";

    /** Who is logged in there. */
    record Person(String subject, String email, boolean verified, List<String> amr) {}

    /** How it answers a code. */
    enum Mood {
        WELL,
        BROKEN,
        RUBBISH,
        SILENT
    }

    private final int port = freePort();
    private final RSAKey key;
    volatile Person person = new Person("nobody", "nobody@dochak.example", false, List.of());
    volatile Consumer<JwtClaimsSet.Builder> claims = any -> {};
    volatile UnaryOperator<String> token = UnaryOperator.identity();
    volatile Mood mood = Mood.WELL;
    volatile Supplier<Instant> now = () -> Instant.EPOCH;
    /** Without it its user types a password first. */
    volatile boolean knowsItsUser = true;

    volatile @Nullable CountDownLatch silence;

    private CompanyProvider(String back) throws JOSEException {
        this.key = new RSAKeyGenerator(2048).keyID("first").generate();
        var context = new AnnotationConfigServletWebServerApplicationContext();
        context.registerBean(Setup.class, () -> new Setup(this, back));
        context.registerShutdownHook();
        context.refresh();
    }

    static CompanyProvider start(String back) {
        try {
            return new CompanyProvider(back);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it signs, of this type; {@code none} leaves it away. */
    String signed(String type, JWTClaimsSet claims) {
        return signed(key, type, claims);
    }

    static String signed(RSAKey key, String type, JWTClaimsSet claims) {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID());
        SignedJWT jwt =
                new SignedJWT((type.equals("none") ? header : header.type(new JOSEObjectType(type))).build(), claims);
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    String issuer() {
        return "http://localhost:" + port;
    }

    /** Its user and manners of before each test. */
    void calm(Supplier<Instant> clock) {
        now = clock;
        claims = any -> {};
        token = UnaryOperator.identity();
        mood = Mood.WELL;
        knowsItsUser = true;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** No configuration that a search of packages finds: it belongs to the provider's context alone. */
    @EnableWebSecurity
    static class Setup {

        private final CompanyProvider provider;
        private final String back;

        Setup(CompanyProvider provider, String back) {
            this.provider = provider;
            this.back = back;
        }

        @Bean
        TomcatServletWebServerFactory server() {
            return new TomcatServletWebServerFactory(provider.port);
        }

        @Bean
        ServletRegistrationBean<HttpServlet> nothingElse() {
            return new ServletRegistrationBean<>(new HttpServlet() {}, "/");
        }

        @Bean
        FilterRegistrationBean<Manners> manners() {
            var filter = new FilterRegistrationBean<>(new Manners(provider));
            filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
            filter.addUrlPatterns("/oauth2/token");
            return filter;
        }

        @Bean
        SecurityFilterChain doors(HttpSecurity http) {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(rules -> rules.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .addFilterAfter(new LoggedIn(provider), SecurityContextHolderFilter.class)
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(User.withUsername("sora")
                    .password("{noop}company")
                    .authorities("USER")
                    .build());
        }

        @Bean
        RegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("1")
                    .clientId(CLIENT)
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri(back)
                    .scope("openid")
                    .scope("email")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() {
            return new ImmutableJWKSet<>(new JWKSet(provider.key));
        }

        @Bean
        JwtDecoder accessTokens(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder()
                    .issuer(provider.issuer())
                    .build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> idTokens() {
            return context -> {
                if (!context.getTokenType().getValue().equals("id_token")) {
                    return;
                }
                Person person = provider.person;
                Instant at = provider.now.get();
                JwtClaimsSet.Builder claims = context.getClaims()
                        .subject(person.subject())
                        .claim("email", person.email())
                        .claim("email_verified", person.verified())
                        .issuedAt(at)
                        .expiresAt(at.plus(Duration.ofMinutes(5)));
                if (!person.amr().isEmpty()) {
                    claims.claim("amr", person.amr());
                }
                provider.claims.accept(claims);
            };
        }
    }

    /** Its user is logged in already, unless the test has them type. */
    private static final class LoggedIn extends OncePerRequestFilter {

        private final CompanyProvider provider;

        private LoggedIn(CompanyProvider provider) {
            this.provider = provider;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (provider.knowsItsUser && request.getRequestURI().equals("/oauth2/authorize")) {
                var login = UsernamePasswordAuthenticationToken.authenticated(
                        "sora", null, List.of(FactorGrantedAuthority.fromAuthority("FACTOR_PASSWORD")));
                SecurityContextHolder.getContext().setAuthentication(login);
            }
            chain.doFilter(request, response);
        }
    }

    /** Spoils the answer to a code. */
    private static final class Manners extends OncePerRequestFilter {

        private final CompanyProvider provider;

        private Manners(CompanyProvider provider) {
            this.provider = provider;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            switch (provider.mood) {
                case WELL -> twisted(request, response, chain);
                case BROKEN -> response.setStatus(503);
                case RUBBISH -> response.getWriter().write("<h1>" + UUID.randomUUID() + "</h1>");
                case SILENT -> untilToldTo();
            }
        }

        private void untilToldTo() throws IOException {
            CountDownLatch latch = provider.silence;
            try {
                if (latch != null && !latch.await(60, TimeUnit.SECONDS)) {
                    throw new IOException("nobody ended the silence");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void twisted(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            ContentCachingResponseWrapper whole = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, whole);
            String body = new String(whole.getContentAsByteArray(), StandardCharsets.UTF_8);
            String token = body.replaceAll("(?s).*\"id_token\":\"([^\"]+)\".*", "$1");
            byte[] sent = body.replace(token, provider.token.apply(token)).getBytes(StandardCharsets.UTF_8);
            response.setContentLength(sent.length);
            response.getOutputStream().write(sent);
        }
    }
}
