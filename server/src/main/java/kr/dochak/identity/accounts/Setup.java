package kr.dochak.identity.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.vault.EmailAddress;
import kr.dochak.shared.MallId;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An installation gets its owner and its first mall, once (SET-2). */
@Component
class Setup {

    private static final Set<Role> OWNER = EnumSet.of(Role.ADMIN, Role.PLATFORM);
    private static final int LONGEST_NAME = 60;

    private final SetupLink link;
    private final StaffRepository staff;
    private final Malls malls;
    private final PasswordEncoder encoder;
    private final SecurityLog log;
    private final InstantSource clock;

    Setup(
            SetupLink link,
            StaffRepository staff,
            Malls malls,
            PasswordEncoder encoder,
            SecurityLog log,
            InstantSource clock) {
        this.link = link;
        this.staff = staff;
        this.malls = malls;
        this.encoder = encoder;
        this.log = log;
        this.clock = clock;
    }

    /** What somebody typed. */
    record Wish(String email, String name, String fresh, String again, String mallCode, String mallName) {

        Wish {
            email = EmailAddress.normalise(email);
            name = name.strip();
            mallCode = mallCode.strip();
            mallName = mallName.strip();
        }

        @Override
        public String toString() {
            return "Wish[]";
        }
    }

    /** Which field is wrong, and the word that says how. */
    record Wrong(String field, String word) {}

    /** Whether the link makes an owner now. */
    boolean isOpen(String token) {
        return link.isOpen(token) && staff.isEmpty();
    }

    /** The mall that is there already, of settings or of a former owner. */
    Optional<Mall> mall() {
        return malls.all().stream().findFirst();
    }

    /** What is wrong with it; nothing when all is well. */
    Optional<Wrong> judge(Wish wish) {
        if (!EmailAddress.looksRight(wish.email())) {
            return wrong("email", "identity.setup.bad-email");
        }
        if (staff.byEmail(wish.email()).isPresent()) {
            return wrong("email", "identity.setup.used-email");
        }
        if (wish.name().isEmpty() || wish.name().length() > LONGEST_NAME) {
            return wrong("name", "identity.setup.bad-name");
        }
        Optional<Wrong> mall = mall().isPresent() ? Optional.empty() : mall(wish);
        return mall.isPresent() ? mall : password(wish);
    }

    private static Optional<Wrong> mall(Wish wish) {
        if (wish.mallName().isEmpty() || wish.mallName().length() > LONGEST_NAME) {
            return wrong("mallName", "identity.setup.bad-mall-name");
        }
        return Mall.isCode(wish.mallCode()) ? Optional.empty() : wrong("mallCode", "identity.setup.bad-code");
    }

    private Optional<Wrong> password(Wish wish) {
        Mall mall = mall().orElse(new Mall(new MallId(0), wish.mallCode(), wish.mallName()));
        Optional<Wrong> weak = Passwords.judge(wish.fresh(), wish.email(), wish.name(), mall)
                .map(weakness -> new Wrong("fresh", "identity.welcome.weak." + weakness));
        return weak.isPresent() || wish.fresh().equals(wish.again()) ? weak : wrong("again", "identity.welcome.differ");
    }

    private static Optional<Wrong> wrong(String field, String word) {
        return Optional.of(new Wrong(field, word));
    }

    /** Makes them of a wish that was judged; false when the link opens nothing any more, or somebody else was faster. */
    @Transactional
    public boolean begin(String token, Wish wish) {
        if (!staff.isEmpty() || !link.take(token)) {
            return false;
        }
        Instant now = clock.instant();
        if (mall().isEmpty()) {
            malls.add(wish.mallCode(), wish.mallName(), now);
        }
        MallId mallId = mall().orElseThrow().tenantId();
        String password = encoder.encode(wish.fresh());
        if (!staff.add(mallId, wish.email(), wish.name(), password, OWNER, false, now)) {
            throw new IllegalStateException("the address has an account since it was judged");
        }
        StaffMember owner = staff.byEmail(wish.email()).orElseThrow().member();
        malls.all().forEach(each -> staff.worksFor(owner.id(), each.tenantId()));
        log.note(Kind.ACCOUNT, Outcome.DONE, Who.of(owner), "setup");
        return true;
    }
}
