package kr.dochak.promise.quotes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.identity.ApiCaller;
import kr.dochak.promise.Knowledge;
import kr.dochak.promise.KnowledgeInUse;
import kr.dochak.promise.PromiseChoices;
import kr.dochak.promise.quotes.QuoteRequest.Method;
import kr.dochak.promise.quotes.QuoteRequest.Place;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Windows before an order is placed, for product pages and baskets. Answered from memory: a page waits for it. */
@RestController
@RequestMapping("/api/v1/promises")
@Tag(name = "Promises", description = "도착 약속")
class QuoteController {

    record Quotes(List<QuoteAnswer> quotes) {}

    private final KnowledgeInUse knowledge;
    private final PromiseChoices choices;
    private final InstantSource clock;

    QuoteController(KnowledgeInUse knowledge, PromiseChoices choices, InstantSource clock) {
        this.knowledge = knowledge;
        this.choices = choices;
        this.clock = clock;
    }

    @Operation(
            summary =
                    "When an order placed now would be ready, handed over and arrive, for each way of delivery, with the time left to order")
    @PostMapping("/quote")
    ResponseEntity<QuoteAnswer> quote(
            @AuthenticationPrincipal ApiCaller caller, @RequestBody @Nullable QuoteRequest request) {
        return cached(answer(caller, request, ""));
    }

    @Operation(summary = "The same for one way of delivery, as an address that a shop's own cache can keep")
    @GetMapping("/quote")
    ResponseEntity<QuoteAnswer> quote(
            @AuthenticationPrincipal ApiCaller caller,
            @RequestParam String postcode,
            @RequestParam(required = false) @Nullable String shipFrom,
            @RequestParam(required = false) @Nullable String carrier) {
        Place from = shipFrom == null ? null : new Place(null, shipFrom);
        List<@Nullable Method> methods = new ArrayList<>(List.of(new Method(null, carrier)));
        return cached(answer(caller, new QuoteRequest(from, new Place(postcode, null), methods), ""));
    }

    @Operation(summary = "Many quotes at once")
    @PostMapping("/quotes")
    Quotes quotes(@AuthenticationPrincipal ApiCaller caller, @RequestBody QuoteRequest.Batch batch) {
        List<@Nullable QuoteRequest> asked = batch.quotes() == null ? List.of() : batch.quotes();
        if (asked.isEmpty() || asked.size() > QuoteRules.MOST_AT_ONCE) {
            throw Problem.invalid("quotes", "count", "promise.problem.quotes", QuoteRules.MOST_AT_ONCE);
        }
        List<QuoteAnswer> answers = new ArrayList<>(asked.size());
        for (int i = 0; i < asked.size(); i++) {
            answers.add(answer(caller, asked.get(i), "quotes[" + i + "]."));
        }
        return new Quotes(answers);
    }

    private QuoteAnswer answer(ApiCaller caller, @Nullable QuoteRequest request, String prefix) {
        Instant now = clock.instant();
        Knowledge known = knowledge.current();
        int quantile = choices.quantileOf(caller.tenantId());
        return QuoteAnswer.of(
                now,
                QuoteRules.lanes(request, prefix).entrySet().stream()
                        .map(lane -> QuoteAnswer.method(
                                lane.getKey(), Quote.of(caller.tenantId(), lane.getValue(), known, quantile, now), now))
                        .toList());
    }

    /** The shop may cache it as long as it holds; nobody between may, since it is a mall's own. */
    private static ResponseEntity<QuoteAnswer> cached(QuoteAnswer answer) {
        Duration holds = Duration.between(answer.quotedAt(), answer.validUntil());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(holds).cachePrivate())
                .body(answer);
    }
}
