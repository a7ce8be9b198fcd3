package kr.dochak.identity.doors;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import kr.dochak.database.StartProblem;
import kr.dochak.identity.ApiCaller;
import kr.dochak.identity.ApiCaller.Scope;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.accounts.FirstOwner;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.MallId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Sees to it that there is a mall, somebody to administer it, and the keys of the settings, before the first request. */
@Component
class FirstStart implements SmartInitializingSingleton {

    private static final String DEMO_PASSWORD = "dochak-demo";
    private static final int FEWEST_ROUNDS = 4;
    /** In the order of {@link Role}. */
    private static final List<String> DEMO_NAMES = List.of(
            "한소라", "정유진", "최민석", "박준호", "강태우", "오세라", "윤미정", "장성훈", "임나연", "서지호", "배수현", "문정아", "신동혁", "조은비", "권혁진",
            "이도현");

    /** Keys of carriers and administrators are of no mall. */
    private static final MallId NOBODY = new MallId(0);
    /** The first mall's administrator also looks after what all malls share. */
    private static final Set<Role> OF_ALL_MALLS = Set.of(Role.ADMIN, Role.PLATFORM);

    private final IdentitySettings settings;
    private final Malls malls;
    private final StaffRepository staff;
    private final ApiKeys keys;
    private final PasswordEncoder passwords;
    private final InstantSource clock;
    private final FirstOwner owner;

    FirstStart(
            IdentitySettings settings,
            Malls malls,
            StaffRepository staff,
            ApiKeys keys,
            PasswordEncoder passwords,
            InstantSource clock,
            FirstOwner owner) {
        this.settings = settings;
        this.malls = malls;
        this.staff = staff;
        this.keys = keys;
        this.passwords = passwords;
        this.clock = clock;
        this.owner = owner;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.demo()) {
            demo();
        } else {
            staff.closeDemo();
            owner.see();
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
        String hash = known.isEmpty() ? hashed(password) : known;
        if (known.isEmpty()) {
            staff.demoPassword(hash);
        }
        demoStaff("rainbow", "", hash);
        demoStaff("hangang", ".hangang", hash);
        auditsBoth();
    }

    /** What everybody may read in the guide needs no slow hash: the demo's people log in often. A password of one's own does. */
    private String hashed(String password) {
        return password.equals(DEMO_PASSWORD)
                ? "{bcrypt}" + new BCryptPasswordEncoder(FEWEST_ROUNDS).encode(password)
                : passwords.encode(password);
    }

    /** One of the demo's people works for both malls. */
    private void auditsBoth() {
        MallId other = malls.byCode("hangang").orElseThrow().tenantId();
        staff.byEmail("auditor@dochak.example")
                .ifPresent(row -> staff.worksFor(row.member().id(), other));
    }

    private void demoStaff(String mall, String suffix, String hash) {
        MallId tenantId = malls.byCode(mall).orElseThrow().tenantId();
        for (Role role : EnumSet.complementOf(EnumSet.of(Role.PLATFORM))) {
            String email = role.name().toLowerCase(Locale.ROOT) + suffix + "@dochak.example";
            Set<Role> roles = role == Role.ADMIN && suffix.isEmpty() ? OF_ALL_MALLS : Set.of(role);
            staff.add(tenantId, email, DEMO_NAMES.get(role.ordinal()), hash, roles, true, clock.instant());
        }
    }

    private void keysOfSettings() {
        settings.keysByMall().forEach((code, key) -> {
            Mall mall = malls.byCode(code)
                    .orElseThrow(() -> new StartProblem(
                            "There is an API key for the mall " + code + ", but no such mall.",
                            "Use one of these in DOCHAK_KEYS: "
                                    + malls.all().stream().map(Mall::code).toList()));
            keys.fromSettings(new ApiCaller(mall.tenantId(), Scope.MALL), key);
        });
        settings.keysByCarrier().forEach((carrier, key) -> {
            if (Carrier.of(carrier).isEmpty()) {
                throw new StartProblem(
                        "There is a key for the carrier " + carrier.value() + ", which is not known.",
                        "Use ids like kr.cjlogistics in DOCHAK_CARRIER_KEYS.");
            }
            keys.fromSettings(new ApiCaller(NOBODY, Scope.CARRIER, carrier), key);
        });
        if (!settings.carrierKey().isBlank()) {
            keys.fromSettings(new ApiCaller(NOBODY, Scope.CARRIER), settings.carrierKey());
        }
        if (!settings.adminKey().isBlank()) {
            keys.fromSettings(new ApiCaller(NOBODY, Scope.ADMIN), settings.adminKey());
        }
    }
}
