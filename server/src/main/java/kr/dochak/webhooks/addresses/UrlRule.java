package kr.dochak.webhooks.addresses;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Which addresses an endpoint may have. Pure, but for the names it has looked up. */
public final class UrlRule {

    private static final int LONGEST = 500;

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
        UNKNOWN_HOST,
        CLOSED_NETWORK
    }

    /** @param lookUp the network addresses of a host, none when there is no such host */
    public static Verdict judge(String text, AllowedTargets reach, Function<String, List<InetAddress>> lookUp) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            return new Verdict.Bad(Why.SHAPE);
        }
        String host = url.getHost();
        if (host == null || text.length() > LONGEST || url.getUserInfo() != null || url.getFragment() != null) {
            return new Verdict.Bad(Why.SHAPE);
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        boolean plain = scheme.equals("http");
        if (!scheme.equals("https") && !plain || plain && reach == AllowedTargets.PUBLIC) {
            return new Verdict.Bad(Why.NOT_HTTPS);
        }
        return judge(url, plain, reach, lookUp.apply(host.replaceAll("^\\[|]$", "")));
    }

    private static Verdict judge(URI url, boolean plain, AllowedTargets reach, List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            return new Verdict.Bad(Why.UNKNOWN_HOST);
        }
        if (!addresses.stream().allMatch(address -> AddressRule.isAllowed(address, reach))) {
            return new Verdict.Bad(Why.CLOSED_NETWORK);
        }
        boolean near = reach == AllowedTargets.PRIVATE || addresses.stream().allMatch(InetAddress::isLoopbackAddress);
        return plain && !near ? new Verdict.Bad(Why.NOT_HTTPS) : new Verdict.Good(url);
    }
}
