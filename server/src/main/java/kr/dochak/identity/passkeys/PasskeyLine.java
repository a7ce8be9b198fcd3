package kr.dochak.identity.passkeys;

import java.time.Instant;
import java.util.List;
import kr.dochak.pages.Frame;
import kr.dochak.shared.KoreanTime;

/** A passkey as its owner reads it. */
public record PasskeyLine(long id, String name, String made, String used) {

    /** Them in words. */
    public static List<PasskeyLine> of(List<Passkey> passkeys, Frame frame) {
        return passkeys.stream()
                .map(each -> new PasskeyLine(
                        each.id(),
                        each.name(),
                        frame.words().word("identity.passkey.made", when(each.madeAt(), frame)),
                        each.usedAt() == null
                                ? frame.words().word("identity.passkey.unused")
                                : frame.words().word("identity.passkey.used", when(each.usedAt(), frame))))
                .toList();
    }

    private static String when(Instant at, Frame frame) {
        return KoreanTime.moment(at, frame.now(), frame.words().locale());
    }
}
