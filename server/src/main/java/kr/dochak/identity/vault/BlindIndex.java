package kr.dochak.identity.vault;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import kr.dochak.shared.Hmac;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;

/** Makes personal data findable without being readable (IDN-2): a keyed hash over mall, kind and the normalised value. */
final class BlindIndex {

    private final Hmac hash;

    BlindIndex(MasterKey master) {
        hash = new Hmac(master.derive("vault/index"));
    }

    byte[] name(MallId tenantId, String name) {
        return of(
                tenantId,
                "name",
                Normalizer.normalize(name, Normalizer.Form.NFKC)
                        .replaceAll("\\s+", "")
                        .toLowerCase(Locale.ROOT));
    }

    byte[] external(MallId tenantId, String externalId) {
        return of(tenantId, "external", externalId);
    }

    byte @Nullable [] phone(MallId tenantId, @Nullable String phone) {
        return PhoneNumber.parse(phone)
                .map(number -> of(tenantId, "phone", number.value()))
                .orElse(null);
    }

    byte @Nullable [] lastFour(MallId tenantId, @Nullable String phone) {
        return lastFourOf(phone).map(four -> of(tenantId, "last4", four)).orElse(null);
    }

    byte @Nullable [] email(MallId tenantId, @Nullable String email) {
        return email == null || email.isBlank() ? null : of(tenantId, "email", EmailAddress.normalise(email));
    }

    private static Optional<String> lastFourOf(@Nullable String phone) {
        if (phone != null && phone.strip().matches("\\d{4}")) {
            return Optional.of(phone.strip());
        }
        return PhoneNumber.parse(phone).map(PhoneNumber::lastFour);
    }

    private byte[] of(MallId tenantId, String kind, String value) {
        return hash.half(tenantId + "/" + kind + "/" + value);
    }
}
