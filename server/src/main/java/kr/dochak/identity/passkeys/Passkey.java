package kr.dochak.identity.passkeys;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param name what the owner calls it
 * @param backedUp whether the device keeps it in a store that other devices of the owner have too
 */
public record Passkey(
        long id, String name, Instant madeAt, @Nullable Instant usedAt, boolean backedUp) {}
