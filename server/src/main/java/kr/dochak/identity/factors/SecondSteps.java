package kr.dochak.identity.factors;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.accounts.ProviderAccounts;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.BrowserCookie;
import kr.dochak.identity.sessions.Proof;
import kr.dochak.identity.sessions.Way;
import kr.dochak.identity.tries.Asker;
import kr.dochak.identity.tries.FactorLimits;
import kr.dochak.shared.Hash;
import kr.dochak.time.WorldClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The state between a right password, or a log-in at the provider, and its second factor (IDN-1). It opens nothing, lives five
 * minutes and five tries, and only the browser that came so far has its token.
 */
@Component
public class SecondSteps {

    /** What stands between the two steps; no other page gets it. */
    public static final BrowserCookie COOKIE =
            new BrowserCookie("staff-step", "/console/login", Duration.ofMinutes(10));

    private static final Duration LIVES = Duration.ofMinutes(5);
    private static final int TRIES = 5;

    private final JdbcClient jdbc;
    private final Factors factors;
    private final FactorLimits limits;
    private final StaffRepository staff;
    private final ProviderAccounts providers;
    private final SecurityLog log;
    private final WorldClock clock;

    SecondSteps(
            JdbcClient jdbc,
            Factors factors,
            FactorLimits limits,
            StaffRepository staff,
            ProviderAccounts providers,
            SecurityLog log,
            WorldClock clock) {
        this.jdbc = jdbc;
        this.factors = factors;
        this.limits = limits;
        this.staff = staff;
        this.providers = providers;
        this.log = log;
        this.clock = clock;
    }

    private record Step(long staffId, int tries, Instant begunAt, ProviderAccounts.@Nullable Visit provider) {}

    /** What came of a code. */
    public sealed interface Entered {

        /**
         * Who it is.
         *
         * @param way what they entered
         * @param codesLeft those for when the app is lost
         * @param shown how the whole log-in was
         */
        record Welcome(StaffRepository.Row account, Way way, int codesLeft, Proof shown) implements Entered {}

        record Wrong(int triesLeft) implements Entered {}

        record Slowed(Instant until) implements Entered {}

        /** It begins anew: the password was given, or the provider left, too long ago, or there were too many tries. */
        record Over() implements Entered {}
    }

    /** Begins it for who has a second factor and answers its token; nothing for who has none. */
    public Optional<String> begin(StaffMember member, String address) {
        return begin(member, null, address);
    }

    /** As {@link #begin(StaffMember, String)}; the account of the provider they came with is bound once it is over. */
    public Optional<String> begin(StaffMember member, ProviderAccounts.@Nullable Visit provider, String address) {
        if (!factors.has(member.id())) {
            return Optional.empty();
        }
        String token = BrowserCookie.random();
        jdbc.sql("""
                insert into identity.second_step (token_hash, staff_id, begun_at, ends_at, issuer, subject, provider_session)
                values (:hash, :staff, :now, :ends, :issuer::text, :subject::text, :session::text)
                """)
                .param("hash", Hash.of(token))
                .param("staff", member.id())
                .param("now", Sql.at(clock.instant()))
                .param("ends", Sql.at(clock.onDevices().plus(LIVES)))
                .param("issuer", provider == null ? null : provider.account().issuer())
                .param("subject", provider == null ? null : provider.account().subject())
                .param("session", provider == null ? null : provider.session())
                .update();
        log.note(Kind.FACTOR, Outcome.DONE, Who.of(member), address, "asked");
        return Optional.of(token);
    }

    /** Whether a code may still be entered. */
    public boolean isOpen(String token) {
        return jdbc.sql("""
                        select exists (
                            select from identity.second_step
                            where token_hash = :hash and ends_at > :now and tries < :most)
                        """)
                .param("hash", Hash.of(token))
                .param("now", Sql.at(clock.onDevices()))
                .param("most", TRIES)
                .query(Boolean.class)
                .single();
    }

    /** Tries a code; the right one ends the state, and so does the fifth wrong one. */
    public Entered enter(String token, String code, Asker asker, String address) {
        Optional<Step> step = count(token);
        Optional<StaffRepository.Row> account = step.flatMap(each -> staff.byId(each.staffId()))
                .filter(row -> row.active() && isSame(row.passwordAt(), step.orElseThrow()));
        if (account.isEmpty()) {
            return new Entered.Over();
        }
        StaffRepository.Row row = account.get();
        Who who = Who.of(row.member());
        Optional<Instant> wait = limits.tryOnce(row.email(), asker.device());
        if (wait.isPresent()) {
            log.note(Kind.FACTOR, Outcome.SLOWED, who, address, "");
            return new Entered.Slowed(wait.get());
        }
        Optional<Way> way = factors.check(row.member().id(), code);
        if (way.isEmpty()) {
            log.note(Kind.FACTOR, Outcome.REFUSED, who, address, "");
            int left = TRIES - step.orElseThrow().tries();
            return left > 0 ? new Entered.Wrong(left) : new Entered.Over();
        }
        limits.succeeded(row.email(), asker.device());
        end(token);
        log.note(Kind.FACTOR, Outcome.DONE, who, address, way.get().name());
        ProviderAccounts.Visit provider = step.orElseThrow().provider();
        if (provider != null && !providers.use(row.member(), provider.account(), address)) {
            return new Entered.Over();
        }
        int codesLeft = factors.recoveryCodesLeft(row.member().id());
        Proof shown = provider == null ? new Proof(way.get()) : new Proof(Way.PROVIDER_FACTOR, provider.session());
        return new Entered.Welcome(row, way.get(), codesLeft, shown);
    }

    /** A password that was changed meanwhile is not the one that was right. */
    private static boolean isSame(@Nullable Instant passwordAt, Step step) {
        return passwordAt == null || !passwordAt.isAfter(step.begunAt());
    }

    private Optional<Step> count(String token) {
        return jdbc.sql("""
                update identity.second_step set tries = tries + 1
                where token_hash = :hash and ends_at > :now and tries < :most
                returning staff_id, tries, begun_at, issuer, subject, coalesce(provider_session, '') as session
                """)
                .param("hash", Hash.of(token))
                .param("now", Sql.at(clock.onDevices()))
                .param("most", TRIES)
                .query((row, n) -> new Step(
                        row.getLong("staff_id"), row.getInt("tries"), Sql.moment(row, "begun_at"), provider(row)))
                .optional();
    }

    private static ProviderAccounts.@Nullable Visit provider(ResultSet row) throws SQLException {
        String issuer = row.getString("issuer");
        return issuer == null
                ? null
                : new ProviderAccounts.Visit(
                        new ProviderAccounts.Account(issuer, row.getString("subject")), row.getString("session"));
    }

    private void end(String token) {
        jdbc.sql("delete from identity.second_step where token_hash = :hash")
                .param("hash", Hash.of(token))
                .update();
    }

    /** Throws away those that are over. */
    public void sweep() {
        jdbc.sql("delete from identity.second_step where ends_at <= :now")
                .param("now", Sql.at(clock.onDevices()))
                .update();
    }
}
