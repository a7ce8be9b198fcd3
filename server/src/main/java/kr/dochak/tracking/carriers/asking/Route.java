package kr.dochak.tracking.carriers.asking;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.CarrierAnswer;
import kr.dochak.tracking.carriers.RawAnswer;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.tracking.carriers.keys.CarrierKeys;
import kr.dochak.tracking.carriers.keys.CarrierSettings;
import kr.dochak.wire.Breaker;
import kr.dochak.wire.Failure;
import kr.dochak.wire.Limits;
import kr.dochak.wire.Line;
import kr.dochak.wire.Request;
import kr.dochak.wire.Response;
import kr.dochak.wire.Wire;

/**
 * The way to one outside system, with its time limits, its allowance and its circuit breaker. One that is down or refuses us
 * is left alone for a while, so that the next route is taken at once (TRK-5).
 */
class Route {

    private static final String LEFT_ALONE = "circuit-open";
    private static final int MOST_BYTES = 2 * 1024 * 1024;
    private static final Breaker.Rule RULE = new Breaker.Rule(20, 5, Duration.ofSeconds(60), 2);
    private static final Pattern CSRF = Pattern.compile("name=[\"']_csrf[\"'][^>]*value=[\"']([^\"']+)[\"']");

    /** An answer with what it was read from. */
    record Exchange(CarrierAnswer answer, RawAnswer raw) {

        static Exchange none(CarrierAnswer answer) {
            return new Exchange(answer, new RawAnswer(0, ""));
        }
    }

    private final Source source;
    private final Supplier<CarrierSettings.Route> settings;
    private final InstantSource clock;
    private final Line line;
    private final Breaker breaker;
    private final Retry retry;
    private final Budget budget;

    Route(Source source, CarrierKeys keys, CarrierSettings settings, Wire wire, InstantSource clock) {
        this.source = source;
        this.settings = () -> keys.of(source);
        this.clock = clock;
        this.budget = new Budget(() -> keys.of(source).perMinute());
        this.line = wire.line(Limits.of(settings.connectTimeout(), settings.answerTimeout(), MOST_BYTES));
        this.breaker = wire.breaker(source.id(), RULE);
        this.retry = Retry.of(
                source.id(),
                RetryConfig.<Exchange>custom()
                        .maxAttempts(2)
                        .waitDuration(settings.beforeRetry())
                        .retryOnResult(asked -> isSilent(asked.answer()))
                        .failAfterMaxAttempts(false)
                        .build());
    }

    /** Nobody was there; while the breaker is open nobody was asked. */
    private static boolean isSilent(CarrierAnswer answer) {
        return answer instanceof CarrierAnswer.Silent silent && !silent.what().equals(LEFT_ALONE);
    }

    Source source() {
        return source;
    }

    Budget budget() {
        return budget;
    }

    /** Whether it failed so often that it is not asked for the moment. */
    boolean isLeftAlone() {
        return breaker.isLeftAlone();
    }

    /** True while a question would be sent. */
    boolean isPassable() {
        return budget.left(clock.instant()) > 0 && breaker.isPassable();
    }

    /** Asks about one parcel; whatever happens is an answer. */
    Exchange ask(CarrierId carrier, TrackingNumber number) {
        return retry.executeSupplier(() -> once(() -> exchange(carrier, number)));
    }

    /** Sends something else, a registration for instance, under the same limits; status 0 when nobody answered. */
    RawAnswer send(Request request) {
        RawAnswer ourLimit = new RawAnswer(0, "our-limit");
        return budget.take(clock.instant())
                ? breaker.call(() -> call(request), answer -> answer.status() != 200, ourLimit)
                : ourLimit;
    }

    private Exchange once(Supplier<Exchange> call) {
        return budget.take(clock.instant())
                ? breaker.call(
                        call,
                        asked -> asked.answer().isAboutRoute(),
                        Exchange.none(new CarrierAnswer.Silent(LEFT_ALONE)))
                : Exchange.none(new CarrierAnswer.Refused(CarrierAnswer.Why.BUSY, "our-limit"));
    }

    private Exchange exchange(CarrierId carrier, TrackingNumber number) {
        RawAnswer raw = call(Questions.about(source, url(), key(), carrier, number));
        if (raw.status() == 0) {
            return Exchange.none(new CarrierAnswer.Silent(raw.body()));
        }
        if (source == Source.CJ && raw.status() == 200) {
            raw = cjDetail(raw, number);
        }
        return raw.status() == 0
                ? Exchange.none(new CarrierAnswer.Silent(raw.body()))
                : new Exchange(source.reader().read(carrier, raw), raw);
    }

    /** CJ's page gives a word and a cookie, without which its answer is refused. */
    private RawAnswer cjDetail(RawAnswer page, TrackingNumber number) {
        String[] parts = page.body().split("\n", 2);
        Matcher csrf = CSRF.matcher(page.body());
        return csrf.find()
                ? call(Questions.cjDetail(url(), number, csrf.group(1), parts[0]))
                : new RawAnswer(200, parts.length > 1 ? parts[1] : "");
    }

    String url() {
        String own = settings.get().url();
        return own.isBlank() ? Questions.usualUrl(source) : own;
    }

    String key() {
        return settings.get().key();
    }

    /** Status 0 means that nobody answered; the body holds the reason. */
    private RawAnswer call(Request request) {
        return switch (line.send(request)) {
            case Response.Answered answered ->
                new RawAnswer(answered.status(), cookieLine(request, answered) + answered.body());
            case Response.Unanswered(Failure failure) -> new RawAnswer(0, failure.word());
        };
    }

    private String cookieLine(Request request, Response.Answered answered) {
        return source == Source.CJ && request.isGet() ? cookie(answered) + "\n" : "";
    }

    private static String cookie(Response.Answered answered) {
        return String.join(
                "; ",
                answered.all("Set-Cookie").stream()
                        .map(cookie -> cookie.split(";", 2)[0])
                        .toList());
    }
}
