package kr.dochak.identity.erasure;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.access.Reveal;
import kr.dochak.identity.access.RevealReason;
import kr.dochak.identity.access.Reveals;
import kr.dochak.identity.vault.People;
import kr.dochak.shared.Hash;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import kr.dochak.shared.chance.Unguessable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Copies of everything that is held of one person (IDN-3, 개인정보 보호법 제35조·제35조의2): for the person, after a fresh code, or for
 * staff with a reason. Each is logged where the person reads it, and its link is over in minutes.
 */
@Component
public class Copies {

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final People people;
    private final Reveals reveals;
    private final List<PersonTraces> modules;
    private final InstantSource clock;

    Copies(JdbcClient jdbc, People people, Reveals reveals, List<PersonTraces> modules, InstantSource clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.reveals = reveals;
        this.modules = modules.stream()
                .sorted(Comparator.comparing(PersonTraces::module))
                .toList();
        this.clock = clock;
    }

    /** A link that works until then. */
    public record Link(String token, Instant until) {

        @Override
        public String toString() {
            return "Link[until " + until + "]";
        }
    }

    /** For the person, who has just entered a code. */
    @Transactional
    public Link forThemselves(MallId tenantId, List<PersonId> persons) {
        persons.forEach(person -> people.ownDownload(person, "내 정보 사본", "본인이 내려받음"));
        return issue(tenantId, persons, null);
    }

    /** For staff whose customer asked, by the rule of every look at a person in the clear (M6): why, and how many an hour. */
    @Transactional
    public Reveal<Link> forStaff(StaffMember staff, PersonId person, String words) {
        if (!isOf(staff.tenantId(), person)) {
            return new Reveal.Unknown<>();
        }
        RevealReason reason = RevealReason.of(RevealReason.Kind.CUSTOMER_ASKED.name(), words);
        return reveals.decide(
                person, staff, "개인정보 사본", reason, () -> issue(staff.tenantId(), List.of(person), staff.id()));
    }

    private boolean isOf(MallId tenantId, PersonId person) {
        return jdbc.sql("""
                select exists (select 1 from identity.person where id = :id and tenant_id = :tenant and erased_at is null)
                """)
                .param("id", person.value())
                .param("tenant", tenantId.value())
                .query(Boolean.class)
                .single();
    }

    private Link issue(MallId tenantId, List<PersonId> persons, @Nullable Long staffId) {
        String token = Unguessable.text(TOKEN_BYTES);
        Instant now = clock.instant();
        Instant until = now.plus(ErasureSettings.COPY_VALID);
        jdbc.sql("delete from identity.copy_link where expires_at < :now")
                .param("now", Sql.at(now))
                .update();
        jdbc.sql("""
                insert into identity.copy_link (token_hash, tenant_id, people, staff_id, issued_at, expires_at)
                values (:hash, :tenant, :people::bigint[], :staff::bigint, :now, :until)
                """)
                .param("hash", Hash.of(token))
                .param("tenant", tenantId.value())
                .param("people", Sql.ids(persons))
                .param("staff", staffId)
                .param("now", Sql.at(now))
                .param("until", Sql.at(until))
                .update();
        return new Link(token, until);
    }

    /** The copy behind a link of the person's own, for whoever is logged in as them. */
    @Transactional
    public Optional<PersonalCopy> open(String token, List<PersonId> persons) {
        return copy(token, null).filter(each -> persons.containsAll(each.people()));
    }

    /** The copy behind a link of this member of staff. */
    @Transactional
    public Optional<PersonalCopy> open(String token, StaffMember staff) {
        return copy(token, staff.id());
    }

    private Optional<PersonalCopy> copy(String token, @Nullable Long staffId) {
        Instant now = clock.instant();
        return jdbc.sql("""
                select people from identity.copy_link
                where token_hash = :hash and expires_at > :now and staff_id is not distinct from :staff::bigint
                """)
                .param("hash", Hash.of(token))
                .param("now", Sql.at(now))
                .param("staff", staffId)
                .query((row, n) -> List.of((Long[]) row.getArray("people").getArray()))
                .optional()
                .map(ids -> ids.stream().map(PersonId::new).toList())
                .map(persons -> new PersonalCopy(now, persons, everything(persons)));
    }

    /** By module; a customer whom the mall knows as several people has a list of each. */
    private Map<String, Object> everything(List<PersonId> persons) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (PersonTraces module : modules) {
            List<Map<String, Object>> parts = persons.stream()
                    .map(module::export)
                    .filter(part -> !part.isEmpty())
                    .toList();
            if (!parts.isEmpty()) {
                all.put(module.module(), parts.size() == 1 ? parts.getFirst() : parts);
            }
        }
        return all;
    }
}
