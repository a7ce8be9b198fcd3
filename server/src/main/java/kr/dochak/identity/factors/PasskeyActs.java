package kr.dochak.identity.factors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.passkeys.Owner;
import kr.dochak.identity.passkeys.Passkey;
import kr.dochak.identity.passkeys.Passkeys;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.LoginDetails;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.identity.sessions.Way;
import org.springframework.stereotype.Component;

/** What members of staff do with their own passkeys (IDN-1), within ten minutes of having shown who they are. */
@Component
public class PasskeyActs {

    private final Passkeys passkeys;
    private final Factors factors;
    private final Sessions sessions;
    private final StaffRepository staff;
    private final SecurityLog log;

    PasskeyActs(Passkeys passkeys, Factors factors, Sessions sessions, StaffRepository staff, SecurityLog log) {
        this.passkeys = passkeys;
        this.factors = factors;
        this.sessions = sessions;
        this.staff = staff;
        this.log = log;
    }

    /** What came of it. */
    public sealed interface Answer {

        /** It is done; the codes for when every device is lost are shown this once, and there are none where none were made. */
        record Done(List<String> codes) implements Answer {}

        /** They showed who they are too long ago, or by a password alone. */
        record Stale() implements Answer {}

        /** What the device answered was not made here, just now; or there is no such passkey. */
        record Wrong() implements Answer {}

        /** One of their roles asks for it, and it is their last. */
        record Needed() implements Answer {}
    }

    /** Their passkeys. */
    public List<Passkey> of(StaffMember member) {
        return passkeys.of(Owner.of(member));
    }

    /** Whether they showed lately enough who they are, with all they have. */
    public boolean mayChange(StaffMember member, LoginDetails login) {
        return sessions.isFresh(login) && (login.way().isTwofold() || !factors.has(member.id()));
    }

    /** What their device is asked to make a passkey; nothing where passkeys do not work. */
    public Optional<String> offer(StaffMember member, HttpServletRequest request) {
        String account = staff.byId(member.id()).orElseThrow().email();
        return passkeys.offer(Owner.of(member), account, request);
    }

    /** Keeps what their device made. The first second factor ends the log-ins that were begun without one. */
    public Answer add(StaffMember member, LoginDetails login, String answer, String name, HttpServletRequest request) {
        if (!mayChange(member, login)) {
            return new Answer.Stale();
        }
        boolean first = !factors.has(member.id());
        if (!passkeys.add(Owner.of(member), answer, name, request)) {
            log.note(Kind.PASSKEY, Outcome.REFUSED, Who.of(member), "");
            return new Answer.Wrong();
        }
        log.note(Kind.PASSKEY, Outcome.DONE, Who.of(member), "added");
        sessions.proven(member, login.sessionId(), Way.PASSKEY);
        if (first) {
            sessions.endOthers(member, login.sessionId());
        }
        boolean onPaper = factors.recoveryCodesLeft(member.id()) > 0;
        return new Answer.Done(onPaper ? List.of() : factors.newRecoveryCodes(member.id()));
    }

    /** Calls one by another name. */
    public Answer rename(StaffMember member, long id, String name) {
        return passkeys.rename(Owner.of(member), id, name) ? new Answer.Done(List.of()) : new Answer.Wrong();
    }

    /** Takes one away, unless it is the last thing that one of their roles asks for. */
    public Answer remove(StaffMember member, LoginDetails login, long id) {
        if (!mayChange(member, login)) {
            return new Answer.Stale();
        }
        if (factors.isAsked(member.id())
                && of(member).size() == 1
                && factors.since(member.id()).isEmpty()) {
            return new Answer.Needed();
        }
        if (!passkeys.remove(Owner.of(member), id)) {
            return new Answer.Wrong();
        }
        factors.tidy(member.id());
        log.note(Kind.PASSKEY, Outcome.DONE, Who.of(member), "removed");
        return new Answer.Done(List.of());
    }
}
