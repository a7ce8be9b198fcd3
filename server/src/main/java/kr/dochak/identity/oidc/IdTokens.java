package kr.dochak.identity.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kr.dochak.identity.accounts.ProviderAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Whether an id token is of the provider, for us, for this log-in and of now. Only signatures by a key pair count: one by our
 * secret, or none, could be anybody's.
 */
final class IdTokens {

    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final int LONGEST_SUBJECT = 255;
    static final Set<SignatureAlgorithm> BY_KEY_PAIR = Set.of(SignatureAlgorithm.values());
    /** RFC 8176; one of them alone says that something was held, or that there were several. */
    private static final Set<String> SECOND_FACTORS = Set.of("mfa", "otp", "hwk", "fido", "sc");

    private static final Set<String> STRONG_CLASSES = Set.of(
            "mfa",
            "phr",
            "phrh",
            "https://refeds.org/profile/mfa",
            "http://schemas.openid.net/pape/policies/2007/06/multi-factor");

    private final NimbusJwtDecoder decoder;
    private final Issuer issuer;

    /** @param now the time as the provider has it, too */
    IdTokens(Issuer issuer, String clientId, JWKSource<SecurityContext> keys, InstantSource now) {
        this.issuer = issuer;
        this.decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(all -> all.addAll(BY_KEY_PAIR))
                .build();
        decoder.setJwtValidator(rules(issuer, clientId, now));
    }

    /** Who the provider says it is; {@code twofold} when it says that it asked for a second factor. */
    record Claims(ProviderAccounts.Visit visit, String email, boolean verified, boolean twofold) {

        ProviderAccounts.Account account() {
            return visit.account();
        }
    }

    /** Nothing when the token is not what it should be. */
    Optional<Claims> check(String token, String nonce) {
        try {
            Jwt jwt = decoder.decode(token);
            return isSame(nonce, jwt.getClaimAsString("nonce")) ? Optional.of(claims(jwt)) : Optional.empty();
        } catch (JwtException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static OAuth2TokenValidator<Jwt> rules(Issuer issuer, String clientId, InstantSource now) {
        JwtTimestampValidator times = new JwtTimestampValidator(CLOCKS_DIFFER);
        times.setClock(now.withZone(ZoneOffset.UTC));
        times.setAllowEmptyExpiryClaim(false);
        JwtTypeValidator type = JwtTypeValidator.jwt();
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                type,
                times,
                new JwtIssuerValidator(issuer.address().toString()),
                must(
                        "aud",
                        jwt -> jwt.getAudience() != null && jwt.getAudience().contains(clientId)),
                must("azp", jwt -> isAbsentOr(clientId, jwt.getClaim("azp"))),
                must("iat", jwt -> isBefore(jwt.getIssuedAt(), now.instant().plus(CLOCKS_DIFFER))),
                must("sub", jwt -> isSubject(jwt.getSubject())));
    }

    static OAuth2TokenValidator<Jwt> must(String claim, Predicate<Jwt> rule) {
        var wrong = OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_token", claim, null));
        return jwt -> rule.test(jwt) ? OAuth2TokenValidatorResult.success() : wrong;
    }

    private static boolean isAbsentOr(String expected, @Nullable Object claim) {
        return claim == null || claim.equals(expected);
    }

    private static boolean isBefore(@Nullable Instant at, Instant end) {
        return at != null && at.isBefore(end);
    }

    static boolean isSubject(@Nullable String id) {
        return id != null && !id.isBlank() && id.length() <= LONGEST_SUBJECT;
    }

    private static boolean isSame(String nonce, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        nonce.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private Claims claims(Jwt jwt) {
        var account =
                new ProviderAccounts.Account(issuer.address().toString(), Objects.requireNonNull(jwt.getSubject()));
        String email =
                jwt.getClaim("email") instanceof String text ? text.strip().toLowerCase(Locale.ROOT) : "";
        var visit =
                new ProviderAccounts.Visit(account, LogoutTokens.session(jwt).orElse(""));
        return new Claims(visit, email, !email.isEmpty() && isVerified(jwt), isTwofold(jwt));
    }

    /** Entra ID has no {@code email_verified}; {@code xms_edov} says there that the owner of the domain vouches for it. */
    private boolean isVerified(Jwt jwt) {
        boolean entra = "login.microsoftonline.com".equals(issuer.address().getHost());
        return isTrue(jwt.getClaim("email_verified")) || entra && isTrue(jwt.getClaim("xms_edov"));
    }

    private static boolean isTrue(@Nullable Object value) {
        return Set.of("true", "1").contains(String.valueOf(value));
    }

    private static boolean isTwofold(Jwt jwt) {
        boolean method = jwt.getClaim("amr") instanceof List<?> ways
                && ways.stream().map(String::valueOf).anyMatch(SECOND_FACTORS::contains);
        return method || jwt.getClaim("acr") instanceof String level && STRONG_CLASSES.contains(level);
    }
}
