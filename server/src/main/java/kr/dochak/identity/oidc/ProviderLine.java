package kr.dochak.identity.oidc;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import kr.dochak.wire.AddressRule;
import kr.dochak.wire.AllowedTargets;
import kr.dochak.wire.Breaker;
import kr.dochak.wire.Failure;
import kr.dochak.wire.Limits;
import kr.dochak.wire.Line;
import kr.dochak.wire.Request;
import kr.dochak.wire.Response;
import kr.dochak.wire.Wire;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way to the provider: five seconds for a whole answer, and left alone for a while when it fails. Its own host may be in
 * our network, since the settings name it; another that it names only in the public internet.
 */
@Component
class ProviderLine implements ResourceRetriever {

    private static final Limits LIMITS = Limits.within(Duration.ofSeconds(5), 256 * 1024);
    private static final Breaker.Rule REST = new Breaker.Rule(10, 4, Duration.ofSeconds(20), 1);
    /** More than a company's staff make in the minute when everybody comes. */
    private static final int MOST_AT_ONCE = 16;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Issuer issuer;
    private final Line own;
    private final Line elsewhere;
    private final Breaker breaker;
    private final Semaphore turns = new Semaphore(MOST_AT_ONCE);

    ProviderLine(Issuer issuer, Wire wire) {
        this.issuer = issuer;
        this.own = wire.line(LIMITS);
        this.elsewhere = wire.line(LIMITS, address -> AddressRule.isAllowed(address, AllowedTargets.PUBLIC));
        this.breaker = wire.breaker("OIDC provider", REST);
    }

    /** What it answered; nothing when it did not, or says that it is broken. */
    Optional<Response.Answered> send(Request request) {
        if (!turns.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return sent(request);
        } finally {
            turns.release();
        }
    }

    private Optional<Response.Answered> sent(Request request) {
        Line line = issuer.isOwn(request.url()) ? own : elsewhere;
        Response response = breaker.call(
                () -> line.send(request), ProviderLine::hasFailed, new Response.Unanswered(Failure.NOT_REACHED));
        return response instanceof Response.Answered answered && !hasFailed(answered)
                ? Optional.of(answered)
                : Optional.empty();
    }

    private static boolean hasFailed(Response response) {
        return !(response instanceof Response.Answered answered) || answered.status() >= 500;
    }

    /** An answer that is an object of JSON; nothing for anything else. */
    static Optional<JsonNode> json(Response.Answered answered) {
        try {
            return Optional.of(JSON.readTree(answered.body())).filter(JsonNode::isObject);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The keys it signs with. */
    @Override
    public Resource retrieveResource(URL url) throws IOException {
        return send(Request.get(URI.create(url.toString())))
                .filter(answered -> answered.status() == 200)
                .map(answered -> new Resource(answered.body(), "application/json"))
                .orElseThrow(() -> new IOException("the provider does not give its keys"));
    }
}
