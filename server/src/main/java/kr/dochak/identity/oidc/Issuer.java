package kr.dochak.identity.oidc;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The provider as the settings name it, and which addresses it may send us to. Pure. */
record Issuer(URI address) {

    static final Issuer NONE = new Issuer(URI.create(""));

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    /** Where it says how it is spoken to. */
    URI discovery() {
        return URI.create(address.toString().replaceAll("/+$", "") + DISCOVERY);
    }

    /** Whether an address is on its own host, which the settings vouch for wherever it is. */
    boolean isOwn(URI other) {
        return other.getHost() != null
                && other.getHost().equalsIgnoreCase(address.getHost())
                && String.valueOf(other.getScheme()).equalsIgnoreCase(address.getScheme());
    }

    /** An address that it named, when it is one that we or a browser may go to: its own host, or encrypted. */
    Optional<URI> allowed(String text) {
        try {
            URI url = new URI(text);
            boolean safe = url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getFragment() == null
                    && (isOwn(url) || "https".equalsIgnoreCase(url.getScheme()));
            return safe ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
