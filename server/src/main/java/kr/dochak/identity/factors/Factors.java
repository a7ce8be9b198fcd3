package kr.dochak.identity.factors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kr.dochak.identity.passkeys.Passkeys;
import kr.dochak.identity.sessions.Way;
import kr.dochak.identity.vault.Secrets;
import kr.dochak.shared.chance.Unguessable;
import kr.dochak.time.WorldClock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What members of staff have beside their password, and whether what they type is right. Nothing here is slowed or noted. */
@Component
class Factors {

    private static final int SECRET_BYTES = 20;
    /** A square that was shown and never read is forgotten. */
    private static final Duration SHOWN = Duration.ofMinutes(30);

    private static final Predicate<String> CODE = Pattern.compile("\\d{6}").asMatchPredicate();

    private final TotpRepository totp;
    private final RecoveryCodes recovery;
    private final Passkeys passkeys;
    private final Secrets secrets;
    private final WorldClock clock;

    Factors(TotpRepository totp, RecoveryCodes recovery, Passkeys passkeys, Secrets secrets, WorldClock clock) {
        this.totp = totp;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.secrets = secrets;
        this.clock = clock;
    }

    boolean has(long staffId) {
        return totp.has(staffId);
    }

    boolean isAsked(long staffId) {
        return totp.isAsked(staffId);
    }

    /** Since when their app counts; nothing when they have none. */
    Optional<Instant> since(long staffId) {
        return totp.of(staffId).map(TotpRepository.Row::since);
    }

    int recoveryCodesLeft(long staffId) {
        return recovery.left(staffId);
    }

    /** How the typed code shows who they are: one of the app, or one for when it is lost; each counts once. */
    Optional<Way> check(long staffId, String typed) {
        String code = typed.replaceAll("\\s", "");
        if (CODE.test(code)) {
            OptionalLong step = totp.of(staffId)
                    .map(row -> step(staffId, row.secret(), code, row.lastStep()))
                    .orElse(OptionalLong.empty());
            return step.isPresent() && totp.use(staffId, step.getAsLong()) ? Optional.of(Way.TOTP) : Optional.empty();
        }
        return recovery.use(staffId, code, clock.instant()) ? Optional.of(Way.RECOVERY) : Optional.empty();
    }

    private OptionalLong step(long staffId, byte @Nullable [] sealed, String code, long lastUsed) {
        return sealed == null
                ? OptionalLong.empty()
                : Totp.stepOf(open(sealed, staffId), code, clock.onDevices(), lastUsed);
    }

    /** Makes a secret that counts once its first code has come. */
    void begin(long staffId) {
        String secret = Base64.getEncoder().encodeToString(Unguessable.bytes(SECRET_BYTES));
        byte[] sealed = secrets.seal(secret, belongsTo(staffId));
        totp.begin(staffId, sealed, clock.onDevices());
    }

    /** What is to be read by the app, for {@code account}; nothing when none was begun, or too long ago. */
    Optional<Enrolment> begun(long staffId, String account) {
        return fresh(staffId).map(secret -> {
            String text = Base32.of(secret);
            String address = "otpauth://totp/Dochak:" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "?secret="
                    + text + "&issuer=Dochak";
            return new Enrolment(QrCode.of(address), text.replaceAll("(.{4})(?=.)", "$1 "));
        });
    }

    /** The first code of the app; the codes for when it is lost are then made anew. Nothing when it is wrong. */
    @Transactional
    Optional<List<String>> confirm(long staffId, String typed) {
        String code = typed.replaceAll("\\s", "");
        OptionalLong step = fresh(staffId)
                .map(secret -> Totp.stepOf(secret, code, clock.onDevices(), 0))
                .orElse(OptionalLong.empty());
        return step.isPresent() && totp.confirm(staffId, step.getAsLong(), clock.instant())
                ? Optional.of(recovery.make(staffId))
                : Optional.empty();
    }

    List<String> newRecoveryCodes(long staffId) {
        return recovery.make(staffId);
    }

    void stop(long staffId) {
        totp.forgetFresh(staffId);
    }

    @Transactional
    void forgetApp(long staffId) {
        totp.forget(staffId);
        tidy(staffId);
    }

    /** Codes on paper are worth nothing beside a password alone. */
    void tidy(long staffId) {
        if (!has(staffId)) {
            recovery.forget(staffId);
        }
    }

    /** Everything but the password goes; answers whether there was anything. */
    @Transactional
    boolean forgetAll(long staffId) {
        boolean had = has(staffId);
        totp.forget(staffId);
        passkeys.removeAll(staffId);
        recovery.forget(staffId);
        return had;
    }

    private Optional<byte[]> fresh(long staffId) {
        return totp.of(staffId)
                .filter(row -> isRecent(row.freshAt()))
                .map(TotpRepository.Row::fresh)
                .map(secret -> open(secret, staffId));
    }

    private boolean isRecent(@Nullable Instant at) {
        return at != null && at.plus(SHOWN).isAfter(clock.onDevices());
    }

    private byte[] open(byte[] sealed, long staffId) {
        return Base64.getDecoder().decode(secrets.open(sealed, belongsTo(staffId)));
    }

    private static String belongsTo(long staffId) {
        return "totp/" + staffId;
    }
}
