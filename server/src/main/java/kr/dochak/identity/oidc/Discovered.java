package kr.dochak.identity.oidc;

import java.net.URI;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * How a provider says that it is spoken to (OpenID Connect Discovery).
 *
 * @param authorization where browsers are sent
 * @param token where we exchange a code
 * @param keys what it signs with
 * @param secretInBody whether it wants our secret among the fields and not in a header
 */
record Discovered(URI authorization, URI token, URI keys, boolean secretInBody) {

    /** Nothing when it is of another issuer, or sends us where we do not go. */
    static Optional<Discovered> of(JsonNode document, Issuer issuer) {
        if (!document.path("issuer").asString("").equals(issuer.address().toString())) {
            return Optional.empty();
        }
        Optional<URI> authorization = address(document, "authorization_endpoint", issuer);
        Optional<URI> token = address(document, "token_endpoint", issuer);
        Optional<URI> keys = address(document, "jwks_uri", issuer);
        JsonNode ways = document.path("token_endpoint_auth_methods_supported");
        boolean inBody = has(ways, "client_secret_post") && !has(ways, "client_secret_basic");
        return authorization.isPresent() && token.isPresent() && keys.isPresent()
                ? Optional.of(new Discovered(authorization.get(), token.get(), keys.get(), inBody))
                : Optional.empty();
    }

    private static Optional<URI> address(JsonNode document, String name, Issuer issuer) {
        return issuer.allowed(document.path(name).asString(""));
    }

    private static boolean has(JsonNode list, String word) {
        return list.valueStream().anyMatch(each -> each.asString("").equals(word));
    }
}
