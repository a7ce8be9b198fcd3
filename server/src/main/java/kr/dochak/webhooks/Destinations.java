package kr.dochak.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import kr.dochak.webhooks.UrlRule.Verdict;
import org.springframework.stereotype.Component;

/**
 * Looks up where an address leads. It is asked when an endpoint is registered and again right before each request: a name
 * may lead elsewhere by then. The JVM remembers a name for half a minute, so the request goes where it was judged to go.
 */
@Component
class Destinations {

    private final Reach reach;

    Destinations(WebhookSettings settings) {
        this.reach = settings.reach();
    }

    Verdict judge(String url) {
        return UrlRule.judge(url, reach, Destinations::lookUp);
    }

    private static List<InetAddress> lookUp(String host) {
        try {
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
