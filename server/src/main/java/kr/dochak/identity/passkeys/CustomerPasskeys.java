package kr.dochak.identity.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.LoginDetails;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.identity.vault.Masks;
import kr.dochak.identity.vault.People;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** What customers do with their own passkeys (IDN-1): made and taken away within ten minutes of a log-in, named at any time. */
@Component
public class CustomerPasskeys {

    private final Passkeys passkeys;
    private final Sessions sessions;
    private final People people;
    private final SecurityLog log;

    CustomerPasskeys(Passkeys passkeys, Sessions sessions, People people, SecurityLog log) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.people = people;
        this.log = log;
    }

    /** Their passkeys. */
    public List<Passkey> of(CustomerLogin customer) {
        return passkeys.of(Owner.of(customer));
    }

    /** Whether they logged in so lately that they need not do it anew. */
    public boolean mayChange(Authentication login) {
        return LoginDetails.of(login).filter(sessions::isFresh).isPresent();
    }

    /** What their device is asked to make a passkey; it shows them the contact in part, and no name. */
    public Optional<String> offer(CustomerLogin customer, HttpServletRequest request) {
        String shown = Optional.ofNullable(
                        people.open(List.of(customer.personId())).get(customer.personId()))
                .flatMap(person -> Stream.of(Masks.phone(person.phone()), Masks.email(person.email()))
                        .filter(text -> !text.isEmpty())
                        .findFirst())
                .orElse("Dochak");
        return passkeys.offer(Owner.of(customer), shown, request);
    }

    /** Keeps what their device made; false when they logged in too long ago, or it was not made here, just now. */
    public boolean add(
            CustomerLogin customer, Authentication login, String answer, String name, HttpServletRequest request) {
        return noted(customer, "added", mayChange(login) && passkeys.add(Owner.of(customer), answer, name, request));
    }

    /** Calls one by another name; false when it is not theirs. */
    public boolean rename(CustomerLogin customer, long id, String name) {
        return passkeys.rename(Owner.of(customer), id, name);
    }

    /** Takes one away; false when it is not theirs, or they logged in too long ago. A code logs in as before. */
    public boolean remove(CustomerLogin customer, Authentication login, long id) {
        return noted(customer, "removed", mayChange(login) && passkeys.remove(Owner.of(customer), id));
    }

    private boolean noted(CustomerLogin customer, String what, boolean done) {
        log.note(Kind.PASSKEY, done ? Outcome.DONE : Outcome.REFUSED, Who.of(customer), what);
        return done;
    }
}
