package kr.dochak.identity.doors;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import kr.dochak.database.StartProblem;
import kr.dochak.identity.ApiCaller.Scope;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.Mall;
import kr.dochak.identity.MallRepository;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.shared.MallId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Sees to it that there is a mall, somebody to administer it, and the keys of the settings, before the first request. */
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final String DEMO_PASSWORD = "dochak-demo";

    private final IdentitySettings settings;
    private final MallRepository malls;
    private final Malls knownMalls;
    private final StaffRepository staff;
    private final ApiKeys keys;
    private final PasswordEncoder passwords;
    private final InstantSource clock;

    FirstStart(
            IdentitySettings settings,
            MallRepository malls,
            Malls knownMalls,
            StaffRepository staff,
            ApiKeys keys,
            PasswordEncoder passwords,
            InstantSource clock) {
        this.settings = settings;
        this.malls = malls;
        this.knownMalls = knownMalls;
        this.staff = staff;
        this.keys = keys;
        this.passwords = passwords;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.demo()) {
            demo();
        } else {
            staff.closeDemo();
            first();
        }
        keysOfSettings();
    }

    private void demo() {
        malls.add("rainbow", "무지개상회", clock.instant());
        malls.add("hangang", "한강마트", clock.instant());
        String password = settings.demoPassword().isBlank() ? DEMO_PASSWORD : settings.demoPassword();
        String known = staff.demoPassword()
                .filter(hash -> passwords.matches(password, hash))
                .orElse("");
        String hash = known.isEmpty() ? passwords.encode(password) : known;
        if (known.isEmpty()) {
            staff.demoPassword(hash);
        }
        demoStaff("rainbow", "", hash);
        demoStaff("hangang", ".hangang", hash);
    }

    private void demoStaff(String mall, String suffix, String hash) {
        MallId tenantId = knownMalls.byCode(mall).orElseThrow().tenantId();
        List<String> names = List.of("한소라", "정유진", "박준호", "이도현");
        for (Role role : Role.values()) {
            String email = role.name().toLowerCase(Locale.ROOT) + suffix + "@dochak.example";
            staff.add(tenantId, email, names.get(role.ordinal()), hash, role, true, clock.instant());
        }
    }

    private void first() {
        IdentitySettings.First first = settings.first();
        if (knownMalls.all().isEmpty()) {
            malls.add(first.mallCode(), first.mallName(), clock.instant());
        }
        MallId tenantId = knownMalls.all().getFirst().tenantId();
        if (staff.isEmpty()) {
            String email = (first.adminEmail().isBlank() ? "admin@localhost" : first.adminEmail())
                    .strip()
                    .toLowerCase(Locale.ROOT);
            String password = first.adminPassword().isBlank() ? random() : first.adminPassword();
            staff.add(tenantId, email, "관리자", passwords.encode(password), Role.ADMIN, false, clock.instant());
            if (first.adminPassword().isBlank()) {
                sayOnce("First administrator: " + email + "  password: " + password);
            }
        }
        if (settings.keysByMall().isEmpty() && !malls.hasKey(Scope.MALL)) {
            sayOnce("API key of mall " + knownMalls.byId(tenantId).code() + ": " + keys.issue(Scope.MALL, tenantId));
        }
    }

    private void keysOfSettings() {
        settings.keysByMall().forEach((code, key) -> {
            Mall mall = knownMalls
                    .byCode(code)
                    .orElseThrow(() -> new StartProblem(
                            "There is an API key for the mall " + code + ", but no such mall.",
                            "Use one of these in DOCHAK_KEYS: "
                                    + knownMalls.all().stream().map(Mall::code).toList()));
            keys.fromSettings(Scope.MALL, mall.tenantId(), key);
        });
        if (!settings.carrierKey().isBlank()) {
            keys.fromSettings(Scope.CARRIER, null, settings.carrierKey());
        }
        if (!settings.adminKey().isBlank()) {
            keys.fromSettings(Scope.ADMIN, null, settings.adminKey());
        }
    }

    private static String random() {
        byte[] bytes = new byte[15];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** To the terminal and not to the log, which is kept: this can be read once and never again. */
    @SuppressWarnings("SystemOut")
    private static void sayOnce(String text) {
        System.out.println("[dochak, shown only once] " + text);
    }
}
