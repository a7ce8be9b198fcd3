package kr.dochak.identity.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.Sessions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * With which account of the company's provider a member of staff logs in (IDN-1). It is bound by the first log-in and by
 * who they are there; an e-mail that somebody else has by now opens nothing.
 */
@Component
public class ProviderAccounts {

    private final JdbcClient jdbc;
    private final StaffRepository staff;
    private final InvitationRepository invitations;
    private final Sessions sessions;
    private final SecurityLog log;
    private final InstantSource clock;

    ProviderAccounts(
            JdbcClient jdbc,
            StaffRepository staff,
            InvitationRepository invitations,
            Sessions sessions,
            SecurityLog log,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.invitations = invitations;
        this.sessions = sessions;
        this.log = log;
        this.clock = clock;
    }

    /** Somebody at a provider, who keeps the subject whatever their e-mail becomes. */
    public record Account(String issuer, String subject) {}

    /**
     * Somebody who comes from there.
     *
     * @param session a hash of what the provider calls their log-in there; empty where it names none
     */
    public record Visit(Account account, String session) {}

    /** An account that is bound: since when, and when it was last used. */
    public record Bound(Account account, Instant since, Instant usedAt) {}

    /** Who logs in with this account. */
    public Optional<StaffRepository.Row> owner(Account account) {
        return jdbc.sql("select staff_id from identity.provider_account where issuer = :issuer and subject = :subject")
                .param("issuer", account.issuer())
                .param("subject", account.subject())
                .query(Long.class)
                .optional()
                .flatMap(staff::byId);
    }

    /** What a member of staff logs in with, the newest first. */
    public List<Bound> of(long staffId) {
        return jdbc.sql("""
                select issuer, subject, bound_at, used_at from identity.provider_account
                where staff_id = :staff
                order by used_at desc, issuer
                """)
                .param("staff", staffId)
                .query((row, n) -> new Bound(
                        new Account(row.getString("issuer"), row.getString("subject")),
                        Sql.moment(row, "bound_at"),
                        Sql.moment(row, "used_at")))
                .list();
    }

    /** The log-in with it is whole: bound from now on. False when either of both belongs to another. */
    @Transactional
    public boolean use(StaffMember member, Account account, String address) {
        Instant now = clock.instant();
        boolean fresh = jdbc.sql("""
                insert into identity.provider_account (staff_id, issuer, subject, bound_at, used_at)
                values (:staff, :issuer, :subject, :now, :now)
                on conflict do nothing
                """)
                        .param("staff", member.id())
                        .param("issuer", account.issuer())
                        .param("subject", account.subject())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
        if (fresh) {
            log.note(Kind.ACCOUNT, Outcome.DONE, Who.of(member), address, "provider account bound");
            return true;
        }
        return jdbc.sql("""
                update identity.provider_account set used_at = :now
                where staff_id = :staff and issuer = :issuer and subject = :subject
                """)
                        .param("staff", member.id())
                        .param("issuer", account.issuer())
                        .param("subject", account.subject())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Who was asked in comes by the provider instead of by the link, in the same three days; nothing when nobody asked. */
    @Transactional
    public Optional<StaffRepository.Row> welcome(long staffId) {
        if (!invitations.acceptWithoutPassword(staffId, clock.instant())) {
            return Optional.empty();
        }
        Optional<StaffRepository.Row> row = staff.byId(staffId);
        row.ifPresent(each ->
                log.note(Kind.ACCOUNT, Outcome.DONE, Who.of(each.member()), "invitation taken at the provider"));
        return row;
    }

    /** A colleague logs in with none any more; their log-ins end, and the next account with their e-mail is bound anew. */
    @Transactional
    public Optional<StaffMember> unbind(StaffMember admin, long staffId) {
        return colleague(admin, staffId).map(member -> {
            jdbc.sql("delete from identity.provider_account where staff_id = :staff")
                    .param("staff", staffId)
                    .update();
            sessions.endOthers(member, null);
            log.note(Kind.ACCOUNT, Outcome.DONE, Who.of(admin), "provider account of staff " + staffId + " unbound");
            return member;
        });
    }

    /** Whose account an administrator may unbind; nothing for their own, or for anybody they do not look after. */
    public Optional<StaffMember> colleague(StaffMember admin, long staffId) {
        return staff.byId(staffId)
                .map(StaffRepository.Row::member)
                .filter(member -> Administrators.administers(admin, member));
    }
}
