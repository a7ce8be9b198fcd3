package kr.dochak.wire;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which addresses an endpoint may have. Pure, but for the names it has looked up. */
public final class UrlRule {

    private static final int LONGEST = 500;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern DOTTED = Pattern.compile("(?:" + BYTE + "\\.){3}" + BYTE);

    private UrlRule() {}

    /** Whether an address may be used, and if not why. */
    public sealed interface Verdict {

        record Good(URI url) implements Verdict {}

        record Bad(Why why) implements Verdict {}
    }

    /** What is wrong with an address. */
    public enum Why {
        SHAPE,
        NOT_HTTPS,
        PORT,
        UNKNOWN_HOST,
        CLOSED_NETWORK
    }

    /**
     * @param ports on which hosts of the internet may be asked; in a network that is allowed besides, any
     * @param lookUp the network addresses of a host, none when there is no such host
     */
    public static Verdict judge(
            String text, AllowedTargets reach, Set<Integer> ports, Function<String, List<InetAddress>> lookUp) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return new Verdict.Bad(Why.SHAPE);
        }
        String host = url.getHost();
        if (host == null
                || url.getScheme() == null
                || !isOneAddressToAll(host)
                || text.length() > LONGEST
                || url.getUserInfo() != null
                || url.getFragment() != null) {
            return new Verdict.Bad(Why.SHAPE);
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean plain = scheme.equals("http");
        if (!scheme.equals("https") && !plain || plain && reach == AllowedTargets.PUBLIC) {
            return new Verdict.Bad(Why.NOT_HTTPS);
        }
        return judge(url, plain, reach, ports, lookUp.apply(host.replaceAll("^\\[|]$", "")));
    }

    /**
     * Programs read 0177.0.0.1, 0x7f.1 and 2130706433 each in its own way, so what they mean to us says nothing of what they
     * mean to a proxy. An address of numbers is taken in its usual form only.
     */
    private static boolean isOneAddressToAll(String host) {
        String digits = host.startsWith("[") ? host.replaceAll("^.*:|]$", "") : host;
        String last = digits.replaceAll("\\.$", "").replaceAll("^.*\\.", "");
        boolean name = host.startsWith("[") ? !digits.contains(".") : !last.matches("\\d+|0[xX][0-9a-fA-F]*");
        return name || DOTTED.matcher(digits).matches();
    }

    private static Verdict judge(
            URI url, boolean plain, AllowedTargets reach, Set<Integer> ports, List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            return new Verdict.Bad(Why.UNKNOWN_HOST);
        }
        if (!addresses.stream().allMatch(address -> AddressRule.isAllowed(address, reach))) {
            return new Verdict.Bad(Why.CLOSED_NETWORK);
        }
        boolean outside = addresses.stream().anyMatch(address -> AddressRule.isAllowed(address, AllowedTargets.PUBLIC));
        if (outside && !ports.contains(portOf(url, plain))) {
            return new Verdict.Bad(Why.PORT);
        }
        boolean near = reach == AllowedTargets.PRIVATE || addresses.stream().allMatch(InetAddress::isLoopbackAddress);
        return plain && !near ? new Verdict.Bad(Why.NOT_HTTPS) : new Verdict.Good(url);
    }

    /** A plain address is asked within our own networks only, where its usual port is as good as that of https. */
    private static int portOf(URI url, boolean plain) {
        boolean usual = url.getPort() < 0 || plain && url.getPort() == HTTP;
        return usual ? HTTPS : url.getPort();
    }
}
