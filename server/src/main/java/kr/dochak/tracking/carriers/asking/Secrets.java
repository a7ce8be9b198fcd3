package kr.dochak.tracking.carriers.asking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares words that only two may know. */
final class Secrets {

    private Secrets() {}

    /** In constant time; an empty secret of ours opens nothing. */
    static boolean same(String ours, String theirs) {
        return !ours.isBlank()
                && MessageDigest.isEqual(
                        ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
    }
}
