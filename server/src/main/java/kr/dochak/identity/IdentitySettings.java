package kr.dochak.identity;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys, first accounts and the limits of logging in.
 *
 * @param demo true adds the demo malls and accounts; false also closes demo accounts of an earlier start
 * @param vaultKey 32 bytes in base64 under which all personal data is sealed; empty: kept in a file, embedded database only
 * @param keys API keys by mall code
 * @param mallKeys the same in one line, {@code rainbow=…,hangang=…}
 * @param carrierKey the key with which carriers push scans
 * @param adminKey the key that opens everything on the API
 */
@ConfigurationProperties("dochak.identity")
public record IdentitySettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("") String demoPassword,
        @DefaultValue("") String vaultKey,
        @DefaultValue Map<String, String> keys,
        @DefaultValue("") String mallKeys,
        @DefaultValue("") String carrierKey,
        @DefaultValue("") String adminKey,
        @DefaultValue First first,
        @DefaultValue Login login) {

    /** The first mall and the first administrator of an installation that has none. */
    public record First(
            @DefaultValue("main") String mallCode,
            @DefaultValue("우리 쇼핑몰") String mallName,
            @DefaultValue("") String adminEmail,
            @DefaultValue("") String adminPassword) {}

    /**
     * Limits of logging in; see {@code Throttle}.
     *
     * @param codeValid how long a one-time code can be used
     * @param codesInShort codes for one contact in ten minutes
     * @param codesInDay codes for one contact in a day
     * @param codesFromAddress codes asked for from one network address in ten minutes
     * @param passwordTries wrong passwords for one account from one address before it is locked
     * @param passwordLock how long it stays locked
     */
    public record Login(
            @DefaultValue("5m") Duration codeValid,
            @DefaultValue("3") int codesInShort,
            @DefaultValue("10") int codesInDay,
            @DefaultValue("60") int codesFromAddress,
            @DefaultValue("5") int passwordTries,
            @DefaultValue("15m") Duration passwordLock) {}

    /** The API keys by mall code, from both ways of giving them. */
    public Map<String, String> keysByMall() {
        Map<String, String> all = new LinkedHashMap<>(keys);
        for (String entry : mallKeys.split(",")) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                all.put(
                        entry.substring(0, equals).strip(),
                        entry.substring(equals + 1).strip());
            }
        }
        all.values().removeIf(String::isBlank);
        return all;
    }
}
