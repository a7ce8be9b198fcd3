package kr.dochak.identity.accounts;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import kr.dochak.database.StartProblem;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.identity.ShownOnce;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.malls.MallDesk;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Sees to it that an installation can get an owner: one who is named in the settings, or by a link that is shown once (SET-2). */
@Component
public class FirstOwner {

    private static final String ADMIN_NAME = "관리자";
    /** The first mall's administrator also looks after what all malls share. */
    private static final Set<Role> OF_ALL_MALLS = EnumSet.of(Role.ADMIN, Role.PLATFORM);

    private final IdentitySettings settings;
    private final Malls malls;
    private final MallDesk desk;
    private final StaffRepository staff;
    private final PasswordEncoder passwords;
    private final SetupLink link;
    private final InstantSource clock;

    FirstOwner(
            IdentitySettings settings,
            Malls malls,
            MallDesk desk,
            StaffRepository staff,
            PasswordEncoder passwords,
            SetupLink link,
            InstantSource clock) {
        this.settings = settings;
        this.malls = malls;
        this.desk = desk;
        this.staff = staff;
        this.passwords = passwords;
        this.link = link;
        this.clock = clock;
    }

    /** At each start: who is named in the settings is made, else the browser makes one while there is none. */
    public void see() {
        IdentitySettings.First first = settings.first();
        boolean named = !first.adminEmail().isBlank() || !first.adminPassword().isBlank();
        boolean owned = !staff.isEmpty();
        if (malls.all().isEmpty() && (named || owned || !settings.keysByMall().isEmpty())) {
            malls.add(first.mallCode(), first.mallName(), clock.instant());
        }
        if (owned) {
            link.withdraw();
        } else if (named) {
            link.withdraw();
            make(first, malls.all().getFirst());
        } else {
            new ShownOnce(settings).show("처음 설정 (set up, opens for an hour): " + link.make());
        }
    }

    private void make(IdentitySettings.First first, Mall mall) {
        String email = (first.adminEmail().isBlank() ? "admin@localhost" : first.adminEmail())
                .strip()
                .toLowerCase(Locale.ROOT);
        String password = first.adminPassword().isBlank() ? OneTimePassword.make() : first.adminPassword();
        mustBeGood(password, email, mall);
        staff.add(mall.tenantId(), email, ADMIN_NAME, passwords.encode(password), OF_ALL_MALLS, false, clock.instant());
        staff.byEmail(email).ifPresent(row -> staff.mustChange(row.member().id()));
        ShownOnce once = new ShownOnce(settings);
        if (first.adminPassword().isBlank()) {
            once.show("First administrator: " + email + "  password: " + password);
        }
        if (settings.keysByMall().isEmpty() && desk.keys(mall.tenantId()).isEmpty()) {
            once.show("API key of mall " + mall.code() + ": " + desk.first(mall.tenantId()));
        }
    }

    static void mustBeGood(String password, String email, Mall mall) {
        Passwords.judge(password, email, ADMIN_NAME, mall).ifPresent(weakness -> {
            throw new StartProblem(
                    "The password in DOCHAK_ADMIN_PASSWORD is "
                            + switch (weakness) {
                                case SHORT -> "too short.";
                                case LONG -> "too long.";
                                case GUESSED -> "one that is guessed early.";
                            },
                    "Use " + PasswordRule.FEWEST
                            + " characters or more that are no common word, no row of keys and no name of yours,"
                            + " or leave it empty: then one is made and shown once.");
        });
    }
}
