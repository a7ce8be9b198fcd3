package kr.dochak.identity.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.nio.BufferUnderflowException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kr.dochak.shared.PublicUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Who we are to a device, and whether what it answers is right (WebAuthn). The name is the public host: a passkey is bound to it,
 * so another host of ours offers none.
 */
@Component
class RelyingParty {

    private static final List<PublicKeyCredentialParameters> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256)
                    .stream()
                    .map(each -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, each))
                    .toList();

    private final PublicUrl url;
    private final WebAuthnManager devices;
    private final AttestedCredentialDataConverter keys;

    RelyingParty(PublicUrl url) {
        ObjectConverter converter = new ObjectConverter();
        this.url = url;
        this.devices = WebAuthnManager.createNonStrictWebAuthnManager(converter);
        this.keys = new AttestedCredentialDataConverter(converter);
    }

    /** What a device answered to being asked who its owner is, before it is checked whose key that is. */
    record Claim(byte[] credential, byte[] challenge, byte @Nullable [] handle, AuthenticationData data) {}

    String id() {
        return url.host();
    }

    /** Whether passkeys work at this host: they know the public one, and no number. */
    boolean serves(String host) {
        return host.equalsIgnoreCase(id()) && host.chars().anyMatch(Character::isLetter) && !host.startsWith("[");
    }

    static List<Long> algorithms() {
        return ALGORITHMS.stream().map(each -> each.getAlg().getValue()).toList();
    }

    /** What a device made, if it made it for us, of this challenge, for an owner it has checked. */
    Optional<PasskeyRepository.Made> made(String answer, Predicate<byte[]> isOurs, String origin) {
        try {
            RegistrationData data = devices.parseRegistrationResponseJSON(answer);
            byte[] challenge = challenge(
                    Objects.requireNonNull(data.getCollectedClientData()).getChallenge());
            if (!isOurs.test(challenge)) {
                return Optional.empty();
            }
            devices.verify(data, new RegistrationParameters(property(challenge, origin), ALGORITHMS, true, true));
            var device = Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            var credential = Objects.requireNonNull(device.getAttestedCredentialData());
            return Optional.of(new PasskeyRepository.Made(
                    credential.getCredentialId(), keys.convert(credential), device.getSignCount(), device.isFlagBS()));
        } catch (WebAuthnException
                | JacksonException
                | NullPointerException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** What a device says; nothing when it is nonsense. */
    Optional<Claim> claim(String answer) {
        try {
            AuthenticationData data = devices.parseAuthenticationResponseJSON(answer);
            byte[] challenge = challenge(
                    Objects.requireNonNull(data.getCollectedClientData()).getChallenge());
            return Optional.of(new Claim(data.getCredentialId(), challenge, data.getUserHandle(), data));
        } catch (WebAuthnException
                | JacksonException
                | NullPointerException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    /** Whether the key signed it for us, its owner was checked, and its counter went on as no copy's would. */
    boolean isSigned(Claim claim, PasskeyRepository.Row passkey, String origin) {
        try {
            var record = new CredentialRecordImpl(
                    null,
                    null,
                    null,
                    null,
                    passkey.counter(),
                    keys.convert(passkey.publicKey()),
                    null,
                    null,
                    null,
                    null);
            devices.verify(
                    claim.data(),
                    new AuthenticationParameters(
                            property(claim.challenge(), origin), record, List.of(claim.credential()), true, true));
            return true;
        } catch (WebAuthnException | IllegalArgumentException e) {
            return false;
        }
    }

    private static byte[] challenge(com.webauthn4j.data.client.challenge.@Nullable Challenge challenge) {
        return Objects.requireNonNull(challenge).getValue();
    }

    private ServerProperty property(byte[] challenge, String origin) {
        return ServerProperty.builder()
                .origins(origins(origin))
                .rpId(id())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    /** On this machine any port is ours; elsewhere the public address is the only one. */
    private Set<Origin> origins(String asked) {
        String own = url.address().getScheme() + "://" + url.address().getAuthority();
        return (url.isHere() ? Set.of(own, asked) : Set.of(own))
                .stream().map(Origin::new).collect(Collectors.toSet());
    }
}
