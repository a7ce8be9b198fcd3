package kr.dochak.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The provider at which staff have their company's accounts (OpenID Connect); without an issuer there is none (IDN-1).
 *
 * @param issuer its address, as its id tokens name it
 * @param name what staff call it, on the button
 */
@ConfigurationProperties("dochak.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String name) {

    /** Where a log-in at the provider begins. */
    public static final String AT = "/console/login/oidc";

    /** Whether staff can log in at a provider. */
    public boolean isOn() {
        return !issuer.isBlank();
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]"; // the secret stays out of logs
    }
}
