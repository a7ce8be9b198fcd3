package kr.dochak.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.dochak.shared.CarrierId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys, first accounts and the limits of logging in.
 *
 * @param demo true adds the demo malls and accounts; false also closes demo accounts of an earlier start
 * @param vaultKey 32 bytes in base64 under which all personal data is sealed; empty: kept in a file, embedded database only
 * @param vaultKeyBefore the key before it, while people's keys are being wrapped under the new one; else empty
 * @param keys API keys by mall code
 * @param mallKeys the same in one line, {@code rainbow=…,hangang=…}
 * @param keyOverlap how long a key of the API that the settings gave before still opens beside its successor
 * @param carrierKey the key with which scans of all carriers are pushed, of a system that gathers them
 * @param carrierKeys keys of single carriers, each for its own scans only, {@code kr.cjlogistics=…,kr.lotte=…}
 * @param adminKey the key that opens everything on the API
 */
@ConfigurationProperties("dochak.identity")
public record IdentitySettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("") String demoPassword,
        @DefaultValue("") String vaultKey,
        @DefaultValue("") String vaultKeyBefore,
        @DefaultValue Map<String, String> keys,
        @DefaultValue("") String mallKeys,
        @DefaultValue("0s") Duration keyOverlap,
        @DefaultValue("") String carrierKey,
        @DefaultValue("") String carrierKeys,
        @DefaultValue("") String adminKey,
        @DefaultValue First first,
        @DefaultValue Login login) {

    /**
     * The first mall and the first administrator of an installation that has none.
     *
     * @param shownIn the file that a made password and key are written to; empty: the terminal
     */
    public record First(
            @DefaultValue("main") String mallCode,
            @DefaultValue("우리 쇼핑몰") String mallName,
            @DefaultValue("") String adminEmail,
            @DefaultValue("") String adminPassword,
            @DefaultValue("") String shownIn) {}

    /**
     * Limits of logging in; see {@code CodeLimits} and {@code PasswordLimits}.
     *
     * @param codesInShort codes for one contact that one asker gets in ten minutes
     * @param codesInDay codes for one contact that one asker gets in a day
     * @param codesFromAddress codes asked for from one network address in ten minutes
     * @param codesForContact codes for one contact in ten minutes, whoever asks; known browsers are not counted
     * @param codesForContactInDay codes for one contact in a day, after which one comes each half hour
     * @param passwordsFromAddress wrong passwords from one network in ten minutes, for whatever account
     * @param wrongKeys wrong API keys from one address in a minute; then only keys that have opened something are looked at
     */
    public record Login(
            @DefaultValue("3") int codesInShort,
            @DefaultValue("10") int codesInDay,
            @DefaultValue("60") int codesFromAddress,
            @DefaultValue("6") int codesForContact,
            @DefaultValue("20") int codesForContactInDay,
            @DefaultValue("30") int passwordsFromAddress,
            @DefaultValue("30") int wrongKeys) {}

    /** The API keys by mall code, from both ways of giving them. */
    public Map<String, String> keysByMall() {
        Map<String, String> all = new LinkedHashMap<>(keys);
        all.putAll(ofLine(mallKeys));
        all.values().removeIf(String::isBlank);
        return all;
    }

    /** The keys of single carriers. */
    public Map<CarrierId, String> keysByCarrier() {
        Map<CarrierId, String> all = new LinkedHashMap<>();
        ofLine(carrierKeys).forEach((carrier, key) -> all.put(new CarrierId(carrier), key));
        return all;
    }

    private static Map<String, String> ofLine(String line) {
        Map<String, String> entries = new LinkedHashMap<>();
        for (String entry : line.split(",")) {
            int equals = entry.indexOf('=');
            if (equals > 0 && !entry.substring(equals + 1).isBlank()) {
                entries.put(
                        entry.substring(0, equals).strip(),
                        entry.substring(equals + 1).strip());
            }
        }
        return entries;
    }
}
