package kr.dochak.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;

/**
 * Sets up the HTTP client. It is Apache's, since there the filter of addresses stands between the look-up of a name and the
 * connection; before the JDK's client it only looks the name up once more.
 */
final class Clients {

    private static final String AGENT = "dochak/0.1";
    /** So many that nobody waits for a connection: who may send how much at once is decided by the callers. */
    private static final int MOST_CONNECTIONS_TO_A_HOST = 1_000;

    private static final TimeValue IDLE = TimeValue.ofSeconds(30);

    private Clients() {}

    static CloseableHttpClient make(Limits limits, Names names, Predicate<InetAddress> mayConnect) {
        return new HttpComponentsHttpClientBuilder()
                .withDnsResolver(new LookUp(names))
                .withCustomizer(Clients::nothingByItself)
                .withConnectionManagerCustomizer(pool -> pool.setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setMaxConnPerRoute(MOST_CONNECTIONS_TO_A_HOST))
                .withConnectionConfigCustomizer(
                        connection -> connection.setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS))
                .withDefaultRequestConfigCustomizer(request -> request.setProtocolUpgradeEnabled(false))
                .build(HttpClientSettings.defaults()
                        .withTimeouts(limits.connect(), limits.silence())
                        .withRedirects(HttpRedirects.DONT_FOLLOW)
                        .withCookieHandling(HttpCookieHandling.DISABLE)
                        .withInetAddressFilter(mayConnect::test));
    }

    /** Nothing is repeated, unpacked or remembered: whether a request may be sent twice only its caller knows. */
    private static void nothingByItself(HttpClientBuilder client) {
        client.setUserAgent(AGENT)
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableAuthCaching()
                .evictIdleConnections(IDLE);
    }

    private record LookUp(Names names) implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            List<InetAddress> addresses = names.addresses(host);
            if (addresses.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return addresses.toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
