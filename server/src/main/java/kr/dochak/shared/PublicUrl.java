package kr.dochak.shared;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where people reach this installation. Whether that is behind TLS decides what may be asked of browsers; every cookie takes
 * its name from here.
 */
public record PublicUrl(URI address) {

    private static final Pattern HERE = Pattern.compile("localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** @throws IllegalArgumentException when it is no address of the web */
    public PublicUrl {
        String scheme = String.valueOf(address.getScheme());
        if (address.getHost() == null || !scheme.equals("https") && !scheme.equals("http")) {
            throw new IllegalArgumentException("no address of the web: " + address);
        }
    }

    /** Whether people reach it by https. */
    public boolean isEncrypted() {
        return address.getScheme().equals("https");
    }

    /** Whether only this machine can reach it. */
    public boolean isHere() {
        return isHere(host());
    }

    /** Whether a name means the machine itself, wherever it is used. */
    public static boolean isHere(String host) {
        return HERE.matcher(host).matches();
    }

    /** In lower case; an address of IPv6 in its brackets. */
    public String host() {
        return address.getHost().toLowerCase(Locale.ROOT);
    }

    /** A browser takes a cookie that begins with {@code __Host-} over TLS from this very host only, and from no neighbour. */
    public String cookie(String name) {
        return isEncrypted() ? "__Host-" + name : name;
    }
}
