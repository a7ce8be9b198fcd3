package kr.dochak.webhooks.addresses;

import java.util.Set;
import kr.dochak.wire.AllowedTargets;
import kr.dochak.wire.Names;
import kr.dochak.wire.UrlRule;
import kr.dochak.wire.UrlRule.Verdict;
import kr.dochak.wire.Wire;
import org.springframework.stereotype.Component;

/**
 * Looks up where an address leads, when an endpoint is registered and again before each request, so that people read
 * what is wrong with it. That a name leads elsewhere a moment later is seen when {@code Postman} connects.
 */
@Component
public class Destinations {

    private final AllowedTargets reach;
    private final Set<Integer> ports;
    private final Names names;

    public Destinations(WebhookSettings settings, Wire wire) {
        this.reach = settings.reach();
        this.ports = settings.ports();
        this.names = wire.names();
    }

    public Verdict judge(String url) {
        return UrlRule.judge(url, reach, ports, names::addresses);
    }
}
