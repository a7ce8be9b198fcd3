package kr.dochak.identity.accounts;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kr.dochak.changes.Change;
import kr.dochak.changes.Changes;
import kr.dochak.identity.OpenWork;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.identity.tries.PasswordLimits;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How colleagues leave: at once, with all log-ins, and what they had in hand goes back to the queue (IDN-1). */
@Component
public class Departures {

    private final Administrators administrators;
    private final AccountStates states;
    private final Sessions sessions;
    private final PasswordLimits limits;
    private final ObjectProvider<OpenWork> work;
    private final Changes changes;

    Departures(
            Administrators administrators,
            AccountStates states,
            Sessions sessions,
            PasswordLimits limits,
            ObjectProvider<OpenWork> work,
            Changes changes) {
        this.administrators = administrators;
        this.states = states;
        this.sessions = sessions;
        this.limits = limits;
        this.work = work;
        this.changes = changes;
    }

    /** Somebody who left, and what went back to the queue. */
    public record Left(StaffMember member, List<OpenWork.Piece> givenBack) {}

    /** What somebody has in hand now. */
    public List<OpenWork.Piece> inHand(StaffMember member) {
        return work.orderedStream().flatMap(each -> each.of(member).stream()).toList();
    }

    /** Closes the account of a colleague who leaves. Nothing for an account that is not theirs to close. */
    @Transactional
    public Optional<Left> leave(StaffMember admin, long staffId) {
        return ended(admin, staffId, id -> states.close(id, administrators.moment()))
                .map(member -> {
                    List<OpenWork.Piece> back = work.orderedStream()
                            .flatMap(each -> each.giveBack(member, admin).stream())
                            .toList();
                    administrators.note(admin, "close staff %d, %d back to the queue".formatted(staffId, back.size()));
                    changes.note(Change.of("accounts", staffId).with("given-back", "", back.size()), admin.actor());
                    return new Left(member, back);
                });
    }

    /** Stops an account for a while; what its owner has in hand stays theirs. */
    @Transactional
    public Optional<StaffMember> lock(StaffMember admin, long staffId) {
        return ended(admin, staffId, id -> states.lock(id, administrators.moment()))
                .map(member -> {
                    administrators.note(admin, "lock staff " + staffId);
                    return member;
                });
    }

    /** Lets a stopped account go on with the password it had. */
    @Transactional
    public Optional<StaffMember> unlock(StaffMember admin, long staffId) {
        return administrators
                .charge(admin, staffId)
                .map(StaffAccount::member)
                .filter(member -> states.unlock(staffId))
                .map(member -> {
                    administrators.note(admin, "unlock staff " + staffId);
                    return member;
                });
    }

    private Optional<StaffMember> ended(StaffMember admin, long staffId, Predicate<Long> stop) {
        return administrators
                .charge(admin, staffId)
                .filter(account -> stop.test(staffId))
                .map(account -> {
                    limits.forgetDevices(account.email());
                    sessions.endOthers(account.member(), null);
                    return account.member();
                });
    }
}
