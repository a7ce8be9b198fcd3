package kr.dochak.identity.oidc;

import java.net.URI;
import kr.dochak.database.StartProblem;
import kr.dochak.identity.OidcSettings;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.shared.PublicUrl;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Refuses to start with half a provider; whether it answers is not asked before somebody logs in there. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OidcSettings.class)
class OidcConfiguration {

    /** Nothing of it when there is no provider. */
    @Bean
    Issuer oidcIssuer(OidcSettings settings) {
        if (!settings.isOn()) {
            return Issuer.NONE;
        }
        if (settings.clientId().isBlank() || settings.clientSecret().isBlank()) {
            throw new StartProblem(
                    "DOCHAK_OIDC_ISSUER is set, but not what this installation is called there.",
                    "Set DOCHAK_OIDC_CLIENT_ID and DOCHAK_OIDC_CLIENT_SECRET too, or take DOCHAK_OIDC_ISSUER away (docs/oidc.md).");
        }
        return new Issuer(address(settings.issuer().strip()));
    }

    /** Where the provider reports; what it signed is looked at there. */
    @Bean
    DoorPlan providerHook() {
        return DoorPlan.of(Door.toEverybody(LogoutController.AT));
    }

    private static URI address(String text) {
        try {
            PublicUrl url = new PublicUrl(URI.create(text));
            if (url.isEncrypted() || url.isHere()) {
                return url.address();
            }
        } catch (IllegalArgumentException e) {
            throw new StartProblem(
                    "DOCHAK_OIDC_ISSUER is not an address: " + text, "Set it as https://… (docs/oidc.md).");
        }
        throw new StartProblem(
                "DOCHAK_OIDC_ISSUER is not encrypted: " + text,
                "Whoever is between could log in as anybody. Set it to the provider's https:// address (docs/oidc.md).");
    }
}
