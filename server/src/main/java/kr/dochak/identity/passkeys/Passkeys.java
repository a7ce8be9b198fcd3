package kr.dochak.identity.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.shared.Hmac;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Passkeys (IDN-1): what a device is asked, and whose what it answers is. A device must have checked its owner, so that one
 * passkey is two things at once.
 */
@Component
public class Passkeys {

    private static final int MOST_CHARACTERS = 20_000;
    private static final int MOST_NAME = 40;
    /** So many of one owner; nobody has more devices than this. */
    private static final int MOST = 20;

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final PasskeyRepository repository;
    private final Challenges challenges;
    private final RelyingParty party;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Hmac handles;

    Passkeys(
            PasskeyRepository repository,
            Challenges challenges,
            RelyingParty party,
            JsonMapper json,
            InstantSource clock,
            MasterKey master) {
        this.repository = repository;
        this.challenges = challenges;
        this.party = party;
        this.json = json;
        this.clock = clock;
        this.handles = new Hmac(master.derive("passkey-handles"));
    }

    /** What a device is asked to log somebody of this kind in, as JSON; nothing at a host where passkeys do not work. */
    public Optional<String> ask(String kind, HttpServletRequest request) {
        return party.serves(request.getServerName())
                ? Optional.of(json.writeValueAsString(Map.of(
                        "challenge",
                        URL.encodeToString(challenges.make("get " + kind)),
                        "rpId",
                        party.id(),
                        "timeout",
                        300_000,
                        "userVerification",
                        "required")))
                : Optional.empty();
    }

    /** What a device is asked to make a passkey for somebody, as JSON; {@code name} is what it shows them. */
    public Optional<String> offer(Owner owner, String name, HttpServletRequest request) {
        if (!party.serves(request.getServerName()) || repository.of(owner).size() >= MOST) {
            return Optional.empty();
        }
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("challenge", URL.encodeToString(challenges.make(making(owner))));
        asked.put("rp", Map.of("id", party.id(), "name", "Dochak"));
        asked.put("user", Map.of("id", URL.encodeToString(handle(owner)), "name", name, "displayName", name));
        asked.put(
                "pubKeyCredParams",
                RelyingParty.algorithms().stream()
                        .map(each -> Map.of("type", "public-key", "alg", each))
                        .toList());
        asked.put("timeout", 300_000);
        asked.put("attestation", "none");
        asked.put(
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        asked.put(
                "excludeCredentials",
                repository.credentials(owner).stream()
                        .map(each -> Map.of("type", "public-key", "id", URL.encodeToString(each)))
                        .toList());
        return Optional.of(json.writeValueAsString(asked));
    }

    /** Keeps what a device made; false when it was not made for this owner, just now, once. */
    public boolean add(Owner owner, String answer, String name, HttpServletRequest request) {
        if (answer.length() > MOST_CHARACTERS || !party.serves(request.getServerName())) {
            return false;
        }
        Optional<PasskeyRepository.Made> made = party.made(
                answer,
                challenge -> challenges.isOurs(challenge, making(owner)) && challenges.spend(challenge),
                origin(request));
        try {
            made.ifPresent(each -> repository.add(owner, each, name(name), clock.instant()));
            return made.isPresent();
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Whose passkey signed; nothing when none of ours did, for this kind of people, once. */
    public Optional<Owner> check(String kind, String answer, HttpServletRequest request) {
        if (answer.length() > MOST_CHARACTERS || !party.serves(request.getServerName())) {
            return Optional.empty();
        }
        return party.claim(answer)
                .filter(claim -> challenges.isOurs(claim.challenge(), "get " + kind))
                .flatMap(claim -> repository
                        .byCredential(claim.credential())
                        .filter(row -> row.owner().kind().equals(kind))
                        .filter(row ->
                                claim.handle() == null || MessageDigest.isEqual(claim.handle(), handle(row.owner())))
                        .filter(row -> party.isSigned(claim, row, origin(request)))
                        .filter(row -> challenges.spend(claim.challenge()))
                        .filter(row -> used(row, claim))
                        .map(PasskeyRepository.Row::owner));
    }

    private boolean used(PasskeyRepository.Row row, RelyingParty.Claim claim) {
        var device = claim.data().getAuthenticatorData();
        return device != null && repository.used(row, device.getSignCount(), device.isFlagBS(), clock.instant());
    }

    /** The passkeys of an owner, the oldest first. */
    public List<Passkey> of(Owner owner) {
        return repository.of(owner);
    }

    /** Calls one by another name; false when it is not theirs. */
    public boolean rename(Owner owner, long id, String name) {
        return repository.rename(owner, id, name(name));
    }

    /** Takes one away; false when it is not theirs. */
    public boolean remove(Owner owner, long id) {
        return repository.remove(owner, id);
    }

    /** Takes all passkeys of a member of staff away; answers how many. */
    public int removeAll(long staffId) {
        return repository.removeAll(staffId);
    }

    /** Forgets challenges that have served and are over. */
    public void sweep() {
        challenges.sweep();
    }

    /** The name by which devices know the owner: it says nothing to anybody else, and is the same for all their passkeys. */
    private byte[] handle(Owner owner) {
        return handles.half(making(owner));
    }

    private static String making(Owner owner) {
        return "create " + owner.kind() + " " + (owner.staffId() == null ? owner.personId() : owner.staffId());
    }

    private static String origin(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }

    private static String name(String typed) {
        String line = typed.replaceAll("\\p{Cntrl}|\\p{Cf}", " ").strip();
        String name = line.isEmpty() ? "Passkey" : line;
        return name.length() > MOST_NAME ? name.substring(0, MOST_NAME).strip() : name;
    }
}
