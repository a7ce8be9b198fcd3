package kr.dochak.webhooks;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.identity.Secrets;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Problem;
import kr.dochak.webhooks.Endpoint.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A mall's endpoints: the one bean of this module that others call. What was sent to them: {@link WebhookDeliveries}. */
@Component
public class Webhooks {

    private static final String GONE = "이 웹훅은 없어요.";

    private final EndpointRepository endpoints;
    private final EndpointRules rules;
    private final Secrets sealed;
    private final WebhookSettings settings;
    private final InstantSource clock;

    Webhooks(
            EndpointRepository endpoints,
            EndpointRules rules,
            Secrets sealed,
            WebhookSettings settings,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.rules = rules;
        this.sealed = sealed;
        this.settings = settings;
        this.clock = clock;
    }

    /** An endpoint with its secret, which can be read only now. */
    public record WithSecret(Endpoint endpoint, String secret) {}

    /**
     * Registers an endpoint; its own events begin now.
     *
     * @throws Problem when a field cannot be used, the mall has this address already, or has as many as it may
     */
    @Transactional
    public WithSecret register(
            long tenantId, @Nullable String url, @Nullable String description, @Nullable List<String> events) {
        EndpointRequest wish = rules.check(url, description, events);
        endpoints.lockMall(tenantId);
        if (endpoints.counts(tenantId).values().stream()
                        .mapToInt(Integer::intValue)
                        .sum()
                >= settings.mostEndpoints()) {
            throw Problem.conflict("too-many", "웹훅은 " + settings.mostEndpoints() + "개까지 둘 수 있어요. 쓰지 않는 것을 지워 주세요.");
        }
        long id = endpoints.nextId();
        String secret = newSecret();
        byte[] kept = sealed.seal(secret, SendingRepository.belongsTo(id));
        if (!endpoints.insert(id, tenantId, wish, kept, clock.instant())) {
            throw taken();
        }
        return new WithSecret(known(tenantId, id), secret);
    }

    /** Changes an endpoint; what waits goes to the new address. */
    @Transactional
    public Endpoint change(
            long tenantId, long id, @Nullable String url, @Nullable String description, @Nullable List<String> events) {
        known(tenantId, id);
        if (!endpoints.change(id, rules.check(url, description, events))) {
            throw taken();
        }
        return known(tenantId, id);
    }

    /** Removes it with everything that was sent to it. */
    @Transactional
    public void remove(long tenantId, long id) {
        known(tenantId, id);
        endpoints.remove(id);
    }

    /** A new secret; requests are signed with the former one too, for the time of the settings. */
    @Transactional
    public WithSecret rotate(long tenantId, long id) {
        known(tenantId, id);
        String secret = newSecret();
        endpoints.rotate(
                id,
                sealed.seal(secret, SendingRepository.belongsTo(id)),
                clock.instant().plus(settings.oldSecretValid()));
        return new WithSecret(known(tenantId, id), secret);
    }

    /** Nothing is sent until it is activated; what happens meanwhile can be replayed. */
    @Transactional
    public Endpoint pause(long tenantId, long id) {
        known(tenantId, id);
        endpoints.pause(id, clock.instant());
        return known(tenantId, id);
    }

    /** Sends again, whoever stopped it; its failures count from nothing. */
    @Transactional
    public Endpoint activate(long tenantId, long id) {
        known(tenantId, id);
        endpoints.activate(id, clock.instant());
        return known(tenantId, id);
    }

    public Optional<Endpoint> find(long tenantId, long id) {
        return endpoints.find(tenantId, id);
    }

    /**
     * A mall's endpoints, the newest first.
     *
     * @param text what stands in the address or the description
     */
    public Keyset<Endpoint> list(
            long tenantId, @Nullable State state, @Nullable String text, @Nullable String cursor, int limit) {
        List<Endpoint> rows =
                endpoints.list(tenantId, state, text, Cursor.read(cursor).number(0, Long.MAX_VALUE), limit + 1);
        return Keyset.of(rows, limit, endpoint -> Cursor.after(endpoint.id()));
    }

    /** How many are in which state. */
    public Map<State, Integer> counts(long tenantId) {
        return endpoints.counts(tenantId);
    }

    /** @throws Problem when the mall has no such endpoint */
    public Endpoint known(long tenantId, long id) {
        return find(tenantId, id).orElseThrow(() -> Problem.notFound(GONE));
    }

    private static Problem taken() {
        return Problem.conflict("url-taken", "같은 주소의 웹훅이 이미 있어요. 그 웹훅을 고쳐 주세요.");
    }

    private static String newSecret() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }
}
