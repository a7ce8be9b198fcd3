package kr.dochak.identity.vault;

import java.security.SecureRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One data key for each person, wrapped by the master key (envelope encryption). The last few thousand unwrapped keys stay
 * in memory; nothing is opened with them unless the person's row still has its key.
 */
final class PersonKeys {

    private static final int MOST_KEPT = 8192;
    /** Leads every wrapped key, so that a later master key can be told apart. */
    private static final byte FIRST_MASTER = 1;

    private final Sealing wrapping;
    private final SecureRandom random = new SecureRandom();
    private final Map<PersonId, Sealing> kept = Collections.synchronizedMap(new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PersonId, Sealing> eldest) {
            return size() > MOST_KEPT;
        }
    });

    PersonKeys(MasterKey master) {
        wrapping = new Sealing(master.derive("vault/wrap"));
    }

    /** A new key for a person, with the form in which it may be stored. */
    record NewKey(Sealing sealing, byte[] wrapped) {}

    NewKey make(PersonId personId) {
        byte[] key = new byte[MasterKey.BYTES];
        random.nextBytes(key);
        byte[] sealed = wrapping.seal(key, belongsTo(personId));
        byte[] wrapped = new byte[sealed.length + 1];
        wrapped[0] = FIRST_MASTER;
        System.arraycopy(sealed, 0, wrapped, 1, sealed.length);
        return new NewKey(new Sealing(key), wrapped);
    }

    Sealing unwrap(PersonId personId, byte[] wrapped) {
        Sealing known = kept.get(personId);
        if (known != null) {
            return known;
        }
        if (wrapped[0] != FIRST_MASTER) {
            throw new IllegalStateException("the key of person " + personId + " is wrapped by an unknown master key");
        }
        byte[] sealed = new byte[wrapped.length - 1];
        System.arraycopy(wrapped, 1, sealed, 0, sealed.length);
        Sealing sealing = new Sealing(wrapping.open(sealed, belongsTo(personId)));
        kept.put(personId, sealing);
        return sealing;
    }

    @Nullable Sealing kept(PersonId personId) {
        return kept.get(personId);
    }

    void keep(PersonId personId, Sealing sealing) {
        kept.put(personId, sealing);
    }

    void forget(PersonId personId) {
        kept.remove(personId);
    }

    private static String belongsTo(PersonId personId) {
        return personId + "/key";
    }
}
