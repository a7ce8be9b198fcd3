package kr.dochak.identity.doors;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.accounts.Passwords;
import kr.dochak.identity.factors.SecondSteps;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.tries.PasswordLimits;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Staff by e-mail and password (IDN-1). Who fails waits longer each time and is told until when; no account is locked. */
@Component
class StaffLogin implements AuthenticationManager {

    private final StaffRepository staff;
    private final PasswordEncoder passwords;
    private final PasswordLimits limits;
    private final Passwords rule;
    private final SecondSteps steps;
    private final SecurityLog log;
    private final InstantSource clock;
    /** Compared with when there is no such account, so that the answer takes as long. */
    private final String nobodysPassword;

    StaffLogin(
            StaffRepository staff,
            PasswordEncoder passwords,
            PasswordLimits limits,
            Passwords rule,
            SecondSteps steps,
            SecurityLog log,
            InstantSource clock) {
        this.staff = staff;
        this.passwords = passwords;
        this.limits = limits;
        this.rule = rule;
        this.steps = steps;
        this.log = log;
        this.clock = clock;
        this.nobodysPassword = passwords.encode("nobody");
    }

    /** Too many tries; {@code until} says when the next one counts again. */
    static final class SlowedUntil extends LockedException {

        private final Instant until;

        SlowedUntil(Instant until) {
            super("too many tries");
            this.until = until;
        }

        Instant until() {
            return until;
        }
    }

    /** The password was right, and is not enough: the token is for the browser that gave it. */
    static final class StepNeeded extends InsufficientAuthenticationException {

        private final String token;

        StepNeeded(String token) {
            super("a second factor is needed");
            this.token = token;
        }

        String token() {
            return token;
        }
    }

    @Override
    public Authentication authenticate(Authentication given) {
        String email = given.getName().strip().toLowerCase(Locale.ROOT);
        LoginPlace place = LoginPlace.of(given);
        Optional<StaffRepository.Row> account = staff.byEmail(email);
        Who who = Who.of(account.map(StaffRepository.Row::member).orElse(null));
        limits.tryOnce(email, place.asker()).ifPresent(until -> {
            log.note(Kind.STAFF_LOGIN, Outcome.SLOWED, who, place.address(), "");
            throw new SlowedUntil(until);
        });
        String password = account.map(StaffRepository.Row::password).orElse(nobodysPassword);
        boolean right = passwords.matches(String.valueOf(given.getCredentials()), password);
        StaffRepository.Row row = account.filter(found -> right && found.active() && inTime(found))
                .orElseThrow(() -> {
                    log.note(Kind.STAFF_LOGIN, Outcome.REFUSED, who, place.address(), "");
                    return new BadCredentialsException("wrong e-mail or password");
                });
        StaffMember member = row.member();
        if (!row.mustChange()
                && !row.demo()
                && rule.judge(String.valueOf(given.getCredentials()), row).isPresent()) {
            staff.mustChange(member.id());
        }
        steps.begin(member, place.address()).ifPresent(token -> {
            throw new StepNeeded(token);
        });
        log.note(Kind.STAFF_LOGIN, Outcome.DONE, who, place.address(), "");
        limits.succeeded(email, place.asker(), place.device());
        var login = UsernamePasswordAuthenticationToken.authenticated(member, null, Authorities.of(member));
        login.setDetails(given.getDetails());
        return login;
    }

    private boolean inTime(StaffRepository.Row account) {
        Instant until = account.oneTimeUntil();
        return until == null || clock.instant().isBefore(until);
    }
}
