package kr.dochak.identity.accounts;

import java.time.InstantSource;
import java.util.Optional;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.accounts.PasswordRule.Weakness;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.shared.Hash;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Somebody comes with the link of an invitation and sets their first password (IDN-1); the link opens once. */
@Component
class Welcome {

    private final InvitationRepository invitations;
    private final StaffRepository staff;
    private final Passwords passwords;
    private final PasswordEncoder encoder;
    private final SecurityLog log;
    private final InstantSource clock;

    Welcome(
            InvitationRepository invitations,
            StaffRepository staff,
            Passwords passwords,
            PasswordEncoder encoder,
            SecurityLog log,
            InstantSource clock) {
        this.invitations = invitations;
        this.staff = staff;
        this.passwords = passwords;
        this.encoder = encoder;
        this.log = log;
        this.clock = clock;
    }

    /** What came of setting the first password. */
    sealed interface Entry {

        /** They can log in. */
        record Open() implements Entry {}

        /** The password is refused. */
        record Weak(Weakness weakness) implements Entry {}

        /** The link opens nothing: it is too old, was used or withdrawn, or never was. */
        record Closed() implements Entry {}
    }

    /** Whom the link asks in; nothing when it opens nothing. */
    Optional<StaffRepository.Row> guest(String token) {
        return invitations.open(Hash.of(token), clock.instant()).flatMap(staff::byId);
    }

    Entry enter(String token, String password) {
        Optional<StaffRepository.Row> guest = guest(token);
        if (guest.isEmpty()) {
            return new Entry.Closed();
        }
        Optional<Weakness> weakness = passwords.judge(password, guest.get());
        if (weakness.isPresent()) {
            return new Entry.Weak(weakness.get());
        }
        if (!invitations.accept(Hash.of(token), encoder.encode(password), clock.instant())) {
            return new Entry.Closed();
        }
        log.note(Kind.PASSWORD, Outcome.DONE, Who.of(guest.get().member()), "first");
        return new Entry.Open();
    }
}
