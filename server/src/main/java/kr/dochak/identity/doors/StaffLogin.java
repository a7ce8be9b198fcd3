package kr.dochak.identity.doors;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import kr.dochak.identity.IdentitySettings;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Staff by e-mail and password (IDN-1). Five wrong ones from one place lock the account there, and it is told for how long.
 */
@Component
class StaffLogin implements AuthenticationManager {

    private static final int MOST_FROM_ANYWHERE = 50;

    private final StaffRepository staff;
    private final PasswordEncoder passwords;
    private final Throttle throttle;
    private final IdentitySettings.Login settings;
    /** Compared with when there is no such account, so that the answer takes as long. */
    private final String nobodysPassword;

    StaffLogin(StaffRepository staff, PasswordEncoder passwords, Throttle throttle, IdentitySettings settings) {
        this.staff = staff;
        this.passwords = passwords;
        this.throttle = throttle;
        this.settings = settings.login();
        this.nobodysPassword = passwords.encode("nobody");
    }

    /** Too many tries; {@code until} says when the next one counts again. */
    static final class LockedUntil extends LockedException {

        private final Instant until;

        LockedUntil(Instant until) {
            super("too many tries");
            this.until = until;
        }

        Instant until() {
            return until;
        }
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String email = given.getName().strip().toLowerCase(Locale.ROOT);
        String fromHere = email + "/" + address(given);
        Optional<Instant> locked =
                throttle.tryOnce(perAddress(), fromHere).or(() -> throttle.tryOnce(fromAnywhere(), email));
        if (locked.isPresent()) {
            throw new LockedUntil(locked.get());
        }
        Optional<StaffRepository.Row> account = staff.byEmail(email);
        String password = account.map(StaffRepository.Row::password).orElse(nobodysPassword);
        boolean right = passwords.matches(String.valueOf(given.getCredentials()), password);
        StaffMember member = account.filter(row -> right && row.active())
                .map(StaffRepository.Row::member)
                .orElseThrow(() -> new BadCredentialsException("wrong e-mail or password"));
        throttle.forget(perAddress(), fromHere);
        var login = UsernamePasswordAuthenticationToken.authenticated(member, null, Authorities.of(member));
        login.setDetails(given.getDetails());
        return login;
    }

    private static String address(Authentication given) {
        return given.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    private Throttle.Limit perAddress() {
        return new Throttle.Limit("password", settings.passwordTries(), settings.passwordLock());
    }

    private Throttle.Limit fromAnywhere() {
        return new Throttle.Limit("password-anywhere", MOST_FROM_ANYWHERE, Duration.ofMinutes(15));
    }
}
