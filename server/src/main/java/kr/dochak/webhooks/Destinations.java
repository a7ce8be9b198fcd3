package kr.dochak.webhooks;

import kr.dochak.webhooks.UrlRule.Verdict;
import kr.dochak.wire.Names;
import kr.dochak.wire.Wire;
import org.springframework.stereotype.Component;

/**
 * Looks up where an address leads. It is asked when an endpoint is registered and again before each request, so that people
 * read what is wrong with it. That a name leads elsewhere a moment later is seen when {@link Postman} connects.
 */
@Component
class Destinations {

    private final Reach reach;
    private final Names names;

    Destinations(WebhookSettings settings, Wire wire) {
        this.reach = settings.reach();
        this.names = wire.names();
    }

    Verdict judge(String url) {
        return UrlRule.judge(url, reach, names::addresses);
    }
}
