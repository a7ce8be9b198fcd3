package kr.dochak.identity.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.oidc.IdTokens.Claims;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** IDN-1: what an id token says of its user, as providers say it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IdTokensTests {

    private static final Instant NOW = Instant.parse("2026-11-25T01:00:00Z");
    private static final String ENTRA = "https://login.microsoftonline.com/7f/v2.0";
    private static final RSAKey RSA;
    private static final ECKey EC;

    static {
        try {
            RSA = new RSAKeyGenerator(2048).keyID("rsa").generate();
            EC = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder claims(String issuer) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("dochak")
                .subject("7")
                .claim("nonce", "once")
                .claim("email", "Sora@Dochak.example ")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(300)));
    }

    private static Optional<Claims> read(String issuer, JWTClaimsSet.Builder claims, JWSAlgorithm algorithm)
            throws JOSEException {
        boolean elliptic = algorithm.equals(JWSAlgorithm.ES256);
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(elliptic ? "ec" : "rsa").build(), claims.build());
        jwt.sign(elliptic ? new ECDSASigner(EC) : new RSASSASigner(RSA));
        var keys = new ImmutableJWKSet<com.nimbusds.jose.proc.SecurityContext>(new JWKSet(List.of(RSA, EC)));
        return new IdTokens(new Issuer(URI.create(issuer)), "dochak", keys, InstantSource.fixed(NOW))
                .check(jwt.serialize(), "once");
    }

    @ParameterizedTest
    @CsvSource({
        "https://accounts.google.com, email_verified, true, true",
        "https://accounts.google.com, email_verified, false, false",
        "https://accounts.google.com, none, true, false",
        "https://accounts.google.com, xms_edov, 1, false",
        "https://login.microsoftonline.com/7f/v2.0, xms_edov, 1, true",
        "https://login.microsoftonline.com/7f/v2.0, xms_edov, true, true",
        "https://login.microsoftonline.com/7f/v2.0, xms_edov, 0, false",
        "https://login.microsoftonline.com.example.com/7f, xms_edov, 1, false"
    })
    void IDN_1_a_provider_vouches_for_an_e_mail_in_its_own_way(String issuer, String claim, String says, boolean does)
            throws Exception {
        Claims claims = read(issuer, claims(issuer).claim(claim, says), JWSAlgorithm.RS256)
                .orElseThrow();
        assertThat(claims.verified()).isEqualTo(does);
        assertThat(claims.email()).isEqualTo("sora@dochak.example");
        assertThat(claims.account().subject()).isEqualTo("7");
    }

    @ParameterizedTest
    @CsvSource({
        "pwd, '', false",
        "'', '', false",
        "pwd otp, '', true",
        "pwd mfa, '', true",
        "hwk, '', true",
        "fido, '', true",
        "sms, '', false",
        "'', 1, false",
        "pwd, https://refeds.org/profile/mfa, true",
        "'', phr, true"
    })
    void IDN_1_a_second_factor_counts_when_the_provider_names_one(String amr, String acr, boolean counts)
            throws Exception {
        JWTClaimsSet.Builder claims = claims(ENTRA).claim("acr", acr);
        if (!amr.isEmpty()) {
            claims.claim("amr", List.of(amr.split(" ")));
        }
        Claims read = read(ENTRA, claims, JWSAlgorithm.RS256).orElseThrow();
        assertThat(read.twofold()).isEqualTo(counts);
    }

    @Test
    void IDN_1_keys_of_either_kind_sign() throws Exception {
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256)) {
            assertThat(read(ENTRA, claims(ENTRA), algorithm))
                    .as(algorithm.getName())
                    .isPresent();
        }
    }

    @Test
    void IDN_1_clocks_differ_by_a_minute_at_most() throws Exception {
        JWTClaimsSet.Builder old = claims(ENTRA).issueTime(Date.from(NOW.minusSeconds(600)));
        assertThat(read(ENTRA, old.expirationTime(Date.from(NOW.minusSeconds(50))), JWSAlgorithm.RS256))
                .isPresent();
        assertThat(read(ENTRA, old.expirationTime(Date.from(NOW.minusSeconds(61))), JWSAlgorithm.RS256))
                .isEmpty();
        assertThat(read(ENTRA, claims(ENTRA).expirationTime(null), JWSAlgorithm.RS256))
                .as("without an end")
                .isEmpty();
    }

    @Test
    void IDN_1_odd_claims_are_nobody_and_no_failure() throws Exception {
        JWTClaimsSet.Builder odd = claims(ENTRA).claim("amr", java.util.Arrays.asList(null, 7));
        odd.claim("email", 7).claim("email_verified", "true");
        Claims read = read(ENTRA, odd, JWSAlgorithm.RS256).orElseThrow();
        assertThat(read.verified()).isFalse();
        assertThat(read.twofold()).isFalse();
        assertThat(read(ENTRA, claims(ENTRA).claim("azp", 7), JWSAlgorithm.RS256))
                .isEmpty();
        assertThat(read(ENTRA, claims(ENTRA).claim("nonce", List.of("once", "once")), JWSAlgorithm.RS256))
                .isEmpty();
    }
}
