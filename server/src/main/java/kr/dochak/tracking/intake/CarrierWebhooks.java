package kr.dochak.tracking.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Carriers that send us their events themselves, as the environment says; {@link PushSecrets} says what counts.
 *
 * @param secrets {@code carrier=secret}, separated by commas; a carrier without one is not believed
 */
@ConfigurationProperties("dochak.carrier-webhook")
record CarrierWebhooks(@DefaultValue("") String secrets) {

    private static final int FEWEST_CHARACTERS = 20;

    CarrierWebhooks {
        Arrays.stream(secrets.split(","))
                .map(each -> each.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[1].strip().length() < FEWEST_CHARACTERS)
                .findAny()
                .ifPresent(pair -> {
                    throw new IllegalStateException("The webhook secret of " + pair[0] + " is too short: use "
                            + FEWEST_CHARACTERS + " characters or more (openssl rand -hex 32).");
                });
    }

    List<String> carriers() {
        return Arrays.stream(secrets.split(","))
                .map(each -> each.split("=", 2))
                .filter(pair -> pair.length == 2 && !pair[0].isBlank())
                .map(pair -> pair[0].strip())
                .toList();
    }

    Optional<String> secretOf(String carrier) {
        return Arrays.stream(secrets.split(","))
                .map(each -> each.split("=", 2))
                .filter(pair -> pair.length == 2 && pair[0].strip().equals(carrier))
                .map(pair -> pair[1].strip())
                .findFirst();
    }

    @Override
    public String toString() {
        return "CarrierWebhooks";
    }
}
