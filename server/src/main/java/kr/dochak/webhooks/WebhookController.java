package kr.dochak.webhooks;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import kr.dochak.identity.ApiCaller;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A mall's own endpoints; those of other malls do not exist for it. */
@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks", description = "사건을 다른 시스템에 알리기")
class WebhookController {

    private static final int PAGE = 50;

    /** What is asked for, and for a change what it shall be from now on. */
    record Wish(
            @Nullable String url,
            @Nullable String description,
            @Nullable List<@Nullable String> events) {}

    /** An endpoint; the secret only when it was made just now. */
    record WebhookAnswer(
            long id,
            String url,
            String description,
            List<String> events,
            String state,
            @Nullable String disabledWhy,
            Instant stateAt,
            long failures,
            @Nullable Instant failingSince,
            @Nullable Instant lastSuccessAt,
            @Nullable Instant oldSecretUntil,
            @Nullable String secret) {

        static WebhookAnswer of(Endpoint endpoint, @Nullable String secret) {
            return new WebhookAnswer(
                    endpoint.id(),
                    endpoint.url(),
                    endpoint.description(),
                    List.copyOf(new TreeSet<>(List.of(EventType.codes(endpoint.events())))),
                    endpoint.state().name(),
                    endpoint.disabledWhy() == null
                            ? null
                            : endpoint.disabledWhy().name(),
                    endpoint.stateAt(),
                    endpoint.failures(),
                    endpoint.failingSince(),
                    endpoint.lastSuccessAt(),
                    endpoint.oldSecretUntil(),
                    secret);
        }
    }

    record WebhooksAnswer(
            List<WebhookAnswer> webhooks, @Nullable String next) {}

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Operation(summary = "Registers an endpoint; its secret is in this answer and never again")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    WebhookAnswer register(@AuthenticationPrincipal ApiCaller caller, @RequestBody Wish wish) {
        return answer(webhooks.register(mall(caller), wish.url(), wish.description(), codes(wish)));
    }

    @Operation(summary = "The mall's endpoints, the newest first")
    @GetMapping
    WebhooksAnswer list(
            @AuthenticationPrincipal ApiCaller caller, @RequestParam(required = false) @Nullable String after) {
        Keyset<Endpoint> page = webhooks.list(mall(caller), null, null, after, PAGE);
        return new WebhooksAnswer(
                page.items().stream()
                        .map(endpoint -> WebhookAnswer.of(endpoint, null))
                        .toList(),
                page.next());
    }

    @Operation(summary = "One endpoint, with how well it is")
    @GetMapping("/{id}")
    WebhookAnswer one(@AuthenticationPrincipal ApiCaller caller, @PathVariable long id) {
        return answer(webhooks.find(mall(caller), id));
    }

    @Operation(summary = "Changes address, description and events together")
    @PutMapping("/{id}")
    WebhookAnswer change(@AuthenticationPrincipal ApiCaller caller, @PathVariable long id, @RequestBody Wish wish) {
        return answer(webhooks.change(mall(caller), id, wish.url(), wish.description(), codes(wish)));
    }

    @Operation(summary = "Removes an endpoint with everything that was sent to it")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal ApiCaller caller, @PathVariable long id) {
        if (!webhooks.remove(mall(caller), id)) {
            throw WebhookRefusals.unknown();
        }
    }

    @Operation(summary = "A new secret; the former one signs too until oldSecretUntil")
    @PostMapping("/{id}/secret")
    WebhookAnswer rotate(@AuthenticationPrincipal ApiCaller caller, @PathVariable long id) {
        return webhooks.rotate(mall(caller), id)
                .map(made -> WebhookAnswer.of(made.endpoint(), made.secret()))
                .orElseThrow(WebhookRefusals::unknown);
    }

    @Operation(summary = "Sends again after a pause or after we stopped; failures count from nothing")
    @PostMapping("/{id}/activation")
    WebhookAnswer activate(@AuthenticationPrincipal ApiCaller caller, @PathVariable long id) {
        return answer(webhooks.activate(mall(caller), id));
    }

    @Operation(summary = "Pauses an endpoint; what happens meanwhile can be replayed")
    @DeleteMapping("/{id}/activation")
    WebhookAnswer pause(@AuthenticationPrincipal ApiCaller caller, @PathVariable long id) {
        return answer(webhooks.pause(mall(caller), id));
    }

    private static WebhookAnswer answer(EndpointOutcome outcome) {
        return switch (outcome) {
            case EndpointOutcome.Done done -> WebhookAnswer.of(done.endpoint(), done.secret());
            case EndpointOutcome.Refused refused -> throw WebhookRefusals.problem(refused);
        };
    }

    private static WebhookAnswer answer(Optional<Endpoint> endpoint) {
        return WebhookAnswer.of(endpoint.orElseThrow(WebhookRefusals::unknown), null);
    }

    private static @Nullable List<String> codes(Wish wish) {
        return wish.events() == null
                ? null
                : wish.events().stream().map(String::valueOf).toList();
    }

    /** Endpoints belong to a mall, so a key that opens everything opens none in particular. */
    static MallId mall(ApiCaller caller) {
        if (caller.scope() != ApiCaller.Scope.MALL) {
            throw Problem.forbidden("webhooks.problem.mall");
        }
        return caller.tenantId();
    }
}
