package kr.dochak.webhooks.sending;

import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import kr.dochak.webhooks.EventWriting;
import kr.dochak.webhooks.addresses.Destinations;
import kr.dochak.webhooks.addresses.WebhookSettings;
import kr.dochak.webhooks.sending.SendingRepository.Due;
import kr.dochak.webhooks.sending.SendingRepository.Target;
import kr.dochak.wire.AddressRule;
import kr.dochak.wire.Failure;
import kr.dochak.wire.Limits;
import kr.dochak.wire.Line;
import kr.dochak.wire.Request;
import kr.dochak.wire.Response;
import kr.dochak.wire.UrlRule;
import kr.dochak.wire.UrlRule.Verdict;
import kr.dochak.wire.Wire;
import org.springframework.stereotype.Component;

/**
 * Makes one signed request and reads no more of an answer than people will look at. It connects only to addresses that the
 * rule allows at that moment, whatever a name led to before.
 */
@Component
class Postman {

    private static final int MOST_BYTES_READ = 1_000;

    private final Destinations destinations;
    private final InstantSource clock;
    private final Line line;

    Postman(Destinations destinations, WebhookSettings settings, Wire wire, InstantSource clock) {
        this.destinations = destinations;
        this.clock = clock;
        Predicate<InetAddress> mayConnect = address -> AddressRule.isAllowed(address, settings.reach());
        this.line = wire.line(Limits.within(settings.answerTimeout(), MOST_BYTES_READ), mayConnect);
    }

    Answer send(Target to, Due due) {
        return switch (destinations.judge(to.url())) {
            case Verdict.Bad bad -> notSent(bad.why(), 0);
            case Verdict.Good good -> sent(request(good.url(), to, due));
        };
    }

    private Request request(URI url, Target to, Due due) {
        return Request.post(url, "application/json; charset=utf-8", due.body())
                .with("User-Agent", "Dochak-Webhooks/1")
                .with("Dochak-Event-Id", EventWriting.eventId(due.tenantId(), due.sequence()))
                .with("Dochak-Attempt", Integer.toString(due.attempts()))
                .with(Signature.HEADER, Signature.header(to.secrets(), clock.instant(), due.body()));
    }

    private Answer sent(Request request) {
        long started = System.nanoTime();
        Response response = line.sendForBeginning(request);
        int took = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        return switch (response) {
            case Response.Answered answered ->
                new Answer(answered.status(), printable(answered.body()), took, retryAfter(answered));
            case Response.Unanswered(Failure failure) -> unanswered(failure, took);
        };
    }

    private static Answer unanswered(Failure failure, int took) {
        return switch (failure) {
            case FORBIDDEN_ADDRESS -> notSent(UrlRule.Why.CLOSED_NETWORK, took);
            case NOT_REACHED_IN_TIME, TIMEOUT -> Answer.none("timeout", took);
            case NOT_REACHED -> Answer.none("not reached", took);
            case UNTRUSTED -> Answer.none("no trusted TLS", took);
            case INTERRUPTED -> Answer.none("interrupted", took);
            case TOO_LONG, BROKEN -> Answer.none("connection broke", took);
        };
    }

    private static Answer notSent(UrlRule.Why why, int took) {
        return Answer.none("not sent: " + why, took);
    }

    /** What a database and a page can hold: the last letter may have been cut in half, and some bytes are none. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\uFFFD]+", " ").strip();
    }

    private static int retryAfter(Response.Answered answered) {
        String seconds = answered.first("Retry-After").orElse("");
        return seconds.matches("\\d{1,6}") ? Integer.parseInt(seconds) : 0;
    }
}
