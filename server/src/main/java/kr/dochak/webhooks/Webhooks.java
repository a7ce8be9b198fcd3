package kr.dochak.webhooks;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import kr.dochak.changes.Actor;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.identity.vault.Secrets;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.chance.Unguessable;
import kr.dochak.webhooks.Endpoint.State;
import kr.dochak.webhooks.EndpointRules.Checked;
import kr.dochak.webhooks.addresses.WebhookNumbers;
import kr.dochak.webhooks.addresses.WebhookSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A mall's endpoints: the one bean of this module that others call. What was sent to them: {@link WebhookDeliveries}. */
@Component
public class Webhooks {

    private final EndpointRepository endpoints;
    private final EndpointRules rules;
    private final Secrets sealed;
    private final WebhookNumbers numbers;
    private final WebhookSettings settings;
    private final Changes changes;
    private final InstantSource clock;

    Webhooks(
            EndpointRepository endpoints,
            EndpointRules rules,
            Secrets sealed,
            WebhookNumbers numbers,
            WebhookSettings settings,
            Changes changes,
            InstantSource clock) {
        this.endpoints = endpoints;
        this.rules = rules;
        this.sealed = sealed;
        this.numbers = numbers;
        this.settings = settings;
        this.changes = changes;
        this.clock = clock;
    }

    /** An endpoint with its secret, which can be read only now. */
    public record WithSecret(Endpoint endpoint, String secret) {}

    /** Registers an endpoint; its own events begin now. */
    @Transactional
    public EndpointOutcome register(
            MallId tenantId, @Nullable String url, @Nullable String description, @Nullable List<String> events) {
        return switch (rules.check(url, description, events)) {
            case Checked.Bad bad -> bad.why();
            case Checked.Good good -> register(tenantId, good.wish());
        };
    }

    private EndpointOutcome register(MallId tenantId, EndpointRequest wish) {
        endpoints.lockMall(tenantId);
        int known = endpoints.counts(tenantId).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        if (known >= settings.mostEndpoints()) {
            return new EndpointOutcome.TooMany(settings.mostEndpoints());
        }
        long id = endpoints.nextId();
        String secret = newSecret();
        byte[] sealedSecret = sealed.seal(secret, EndpointRepository.belongsTo(id));
        if (!endpoints.insert(id, tenantId, wish, sealedSecret, clock.instant())) {
            return new EndpointOutcome.UrlTaken();
        }
        return find(tenantId, id)
                .<EndpointOutcome>map(made -> new EndpointOutcome.Done(made, secret))
                .orElseThrow();
    }

    /** Changes an endpoint; what waits goes to the new address. */
    @Transactional
    public EndpointOutcome change(
            MallId tenantId,
            long id,
            @Nullable String url,
            @Nullable String description,
            @Nullable List<String> events) {
        Endpoint before = find(tenantId, id).orElse(null);
        if (before == null) {
            return new EndpointOutcome.Unknown();
        }
        return switch (rules.check(url, description, events)) {
            case Checked.Bad bad -> bad.why();
            case Checked.Good good ->
                endpoints.change(id, good.wish())
                        ? changed(before, find(tenantId, id).orElseThrow())
                        : new EndpointOutcome.UrlTaken();
        };
    }

    /** The log has no address in full: what stands behind its host may be a secret. */
    private EndpointOutcome changed(Endpoint before, Endpoint now) {
        Change change = Change.of("webhooks", now.id())
                .with(
                        "host",
                        URI.create(before.url()).getHost(),
                        URI.create(now.url()).getHost())
                .with("events", new TreeSet<>(before.events()), new TreeSet<>(now.events()));
        changes.note(change, new Actor(now.tenantId(), null, "", "", "", null));
        return new EndpointOutcome.Done(now, null);
    }

    /**
     * Removes it with everything that was sent to it.
     *
     * @return false when the mall has no such endpoint
     */
    @Transactional
    public boolean remove(MallId tenantId, long id) {
        boolean known = find(tenantId, id).isPresent();
        if (known) {
            endpoints.remove(id);
        }
        return known;
    }

    /**
     * A new secret; requests are signed with the former one too, for the time of the settings. As for the moves below, there
     * is nothing for an endpoint that the mall does not have.
     */
    @Transactional
    public Optional<WithSecret> rotate(MallId tenantId, long id) {
        String secret = newSecret();
        return moved(
                        tenantId,
                        id,
                        () -> endpoints.rotate(
                                id,
                                sealed.seal(secret, EndpointRepository.belongsTo(id)),
                                clock.instant().plus(numbers.oldSecretValid())))
                .map(endpoint -> new WithSecret(endpoint, secret));
    }

    /** Nothing is sent until it is activated; what happens meanwhile can be replayed. */
    @Transactional
    public Optional<Endpoint> pause(MallId tenantId, long id) {
        return moved(tenantId, id, () -> endpoints.pause(id, clock.instant()));
    }

    /** Sends again, whoever stopped it; its failures count from nothing. */
    @Transactional
    public Optional<Endpoint> activate(MallId tenantId, long id) {
        return moved(tenantId, id, () -> endpoints.activate(id, clock.instant()));
    }

    private Optional<Endpoint> moved(MallId tenantId, long id, Runnable move) {
        if (find(tenantId, id).isEmpty()) {
            return Optional.empty();
        }
        move.run();
        return find(tenantId, id);
    }

    /** A mall's endpoint; those of other malls do not exist for it. */
    public Optional<Endpoint> find(MallId tenantId, long id) {
        return endpoints.find(tenantId, id);
    }

    /**
     * A mall's endpoints, the newest first.
     *
     * @param text what stands in the address or the description
     */
    public Keyset<Endpoint> list(
            MallId tenantId, @Nullable State state, @Nullable String text, @Nullable String cursor, int limit) {
        List<Endpoint> rows =
                endpoints.list(tenantId, state, text, Cursor.read(cursor).number(0, Long.MAX_VALUE), limit + 1);
        return Keyset.of(rows, limit, endpoint -> Cursor.after(endpoint.id()));
    }

    /** How many are in which state. */
    public Map<State, Integer> counts(MallId tenantId) {
        return endpoints.counts(tenantId);
    }

    private static String newSecret() {
        return "whsec_" + Unguessable.text(32);
    }
}
