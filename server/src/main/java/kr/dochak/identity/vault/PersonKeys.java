package kr.dochak.identity.vault;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.chance.Unguessable;
import org.jspecify.annotations.Nullable;

/**
 * One data key for each person, wrapped by the master key (envelope encryption). The last few thousand unwrapped keys stay
 * in memory; nothing is opened with them unless the person's row still has its key.
 */
final class PersonKeys {

    private static final int MOST_KEPT = 8192;

    /** The number of the master key leads every wrapped key. */
    private final byte version;

    private final Map<Byte, Sealing> wrappings = new HashMap<>();
    private final Map<PersonId, Sealing> cached = Collections.synchronizedMap(new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PersonId, Sealing> eldest) {
            return size() > MOST_KEPT;
        }
    });

    PersonKeys(MasterKey master) {
        version = master.version();
        wrappings.put(version, new Sealing(master.derive("vault/wrap")));
        master.before().ifPresent(before -> wrappings.put(before.version(), new Sealing(before.derive("vault/wrap"))));
    }

    /** A new key for a person, with the form in which it may be stored. */
    record NewKey(Sealing sealing, byte[] wrapped) {}

    NewKey make(PersonId personId) {
        byte[] key = Unguessable.bytes(MasterKey.BYTES);
        return new NewKey(new Sealing(key), wrap(personId, key));
    }

    private byte[] wrap(PersonId personId, byte[] key) {
        byte[] sealed = wrapping(personId, version).seal(key, belongsTo(personId));
        byte[] wrapped = new byte[sealed.length + 1];
        wrapped[0] = version;
        System.arraycopy(sealed, 0, wrapped, 1, sealed.length);
        return wrapped;
    }

    /** The same key wrapped under the master key of now. */
    byte[] rewrap(PersonId personId, byte[] wrapped) {
        return wrapped[0] == version ? wrapped : wrap(personId, open(personId, wrapped));
    }

    private byte[] open(PersonId personId, byte[] wrapped) {
        return wrapping(personId, wrapped[0]).open(Arrays.copyOfRange(wrapped, 1, wrapped.length), belongsTo(personId));
    }

    private Sealing wrapping(PersonId personId, byte master) {
        Sealing wrapping = wrappings.get(master);
        if (wrapping == null) {
            throw new IllegalStateException("the key of person " + personId + " is wrapped by an unknown master key");
        }
        return wrapping;
    }

    Sealing unwrap(PersonId personId, byte[] wrapped) {
        Sealing known = cached.get(personId);
        if (known != null) {
            return known;
        }
        Sealing sealing = new Sealing(open(personId, wrapped));
        cached.put(personId, sealing);
        return sealing;
    }

    @Nullable Sealing cached(PersonId personId) {
        return cached.get(personId);
    }

    void keep(PersonId personId, Sealing sealing) {
        cached.put(personId, sealing);
    }

    void forget(PersonId personId) {
        cached.remove(personId);
    }

    private static String belongsTo(PersonId personId) {
        return personId + "/key";
    }
}
