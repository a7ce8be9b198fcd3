package kr.dochak.identity.vault;

import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;

/** A person as stored: sealed fields, and blind indexes to find them by. */
record SealedPerson(
        PersonId id,
        byte[] external,
        byte[] externalIndex,
        byte[] wrappedKey,
        byte[] name,
        byte @Nullable [] phone,
        byte @Nullable [] email,
        Marks marks,
        String locale) {

    /** The blind indexes of one person; equal marks mean that nothing has changed. */
    record Marks(byte[] name, byte @Nullable [] phone, byte @Nullable [] lastFour, byte @Nullable [] email) {}
}
