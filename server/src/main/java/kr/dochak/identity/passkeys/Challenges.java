package kr.dochak.identity.passkeys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import kr.dochak.database.Sql;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.shared.Hash;
import kr.dochak.shared.Hmac;
import kr.dochak.shared.chance.Unguessable;
import kr.dochak.time.WorldClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a device is asked to sign: random, signed by us with its end and its purpose, so that a page that strangers open leaves no
 * row. One that has served is remembered until its end and serves no second time.
 */
@Component
class Challenges {

    private static final Duration LIVES = Duration.ofMinutes(30);
    private static final int RANDOM = 16;
    private static final int SIGNATURE = 16;
    private static final int BYTES = RANDOM + Long.BYTES + SIGNATURE;

    private final JdbcClient jdbc;
    private final WorldClock clock;
    private final Hmac signature;

    Challenges(JdbcClient jdbc, WorldClock clock, MasterKey master) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.signature = new Hmac(master.derive("passkey-challenge"));
    }

    byte[] make(String purpose) {
        byte[] claim = ByteBuffer.allocate(RANDOM + Long.BYTES)
                .put(Unguessable.bytes(RANDOM))
                .putLong(clock.onDevices().plus(LIVES).getEpochSecond())
                .array();
        return ByteBuffer.allocate(BYTES).put(claim).put(sign(claim, purpose)).array();
    }

    /** Whether we made it for this purpose and it is not over. */
    boolean isOurs(byte[] challenge, String purpose) {
        if (challenge.length != BYTES) {
            return false;
        }
        byte[] claim = Arrays.copyOf(challenge, RANDOM + Long.BYTES);
        byte[] given = Arrays.copyOfRange(challenge, RANDOM + Long.BYTES, BYTES);
        return MessageDigest.isEqual(given, sign(claim, purpose))
                && clock.onDevices().isBefore(end(challenge));
    }

    /** It serves now; false when it has served before. */
    boolean spend(byte[] challenge) {
        return jdbc.sql("""
                insert into identity.passkey_challenge (challenge_hash, until) values (:hash, :until)
                on conflict do nothing
                """)
                        .param("hash", Hash.of(challenge))
                        .param("until", Sql.at(end(challenge)))
                        .update()
                == 1;
    }

    void sweep() {
        jdbc.sql("delete from identity.passkey_challenge where until <= :now")
                .param("now", Sql.at(clock.onDevices()))
                .update();
    }

    private static Instant end(byte[] challenge) {
        return Instant.ofEpochSecond(
                ByteBuffer.wrap(challenge, RANDOM, Long.BYTES).getLong());
    }

    private byte[] sign(byte[] claim, String purpose) {
        byte[] words = purpose.getBytes(StandardCharsets.UTF_8);
        return signature.half(ByteBuffer.allocate(claim.length + words.length)
                .put(claim)
                .put(words)
                .array());
    }
}
