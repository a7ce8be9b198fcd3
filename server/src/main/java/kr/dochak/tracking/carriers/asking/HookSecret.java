package kr.dochak.tracking.carriers.asking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares the word in a call-back, which only we and the aggregator may know. */
final class HookSecret {

    private HookSecret() {}

    /** In constant time; an empty secret of ours opens nothing. */
    static boolean same(String ours, String theirs) {
        return !ours.isBlank()
                && MessageDigest.isEqual(
                        ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
    }
}
