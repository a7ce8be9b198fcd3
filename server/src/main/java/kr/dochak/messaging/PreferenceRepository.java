package kr.dochak.messaging;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kr.dochak.database.Sql;
import kr.dochak.messaging.Preferences.Consent;
import kr.dochak.messaging.Preferences.Purpose;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What customers chose, and every consent that was ever given or withdrawn. */
@Repository
public class PreferenceRepository {

    private final JdbcClient jdbc;

    PreferenceRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Choices by person, without consents; people who chose nothing are missing. */
    public Map<PersonId, Preferences> chosenBy(Collection<PersonId> personIds) {
        record Choice(PersonId personId, Preferences preferences) {}
        return jdbc
                .sql("select * from messaging.preference where person_id = any (:people::bigint[])")
                .param("people", Sql.ids(personIds))
                .query((row, number) -> new Choice(
                        new PersonId(row.getLong("person_id")),
                        new Preferences(
                                true,
                                row.getString("language"),
                                Arrays.stream((String[])
                                                row.getArray("channels").getArray())
                                        .map(ChannelName::valueOf)
                                        .toList(),
                                row.getString("source"),
                                Sql.moment(row, "changed_at"),
                                List.of())))
                .list()
                .stream()
                .collect(Collectors.toMap(Choice::personId, Choice::preferences));
    }

    List<Consent> consents(PersonId personId) {
        return jdbc.sql("""
                select distinct on (purpose) purpose, given, at, source from messaging.consent
                where person_id = :person order by purpose, id desc
                """)
                .param("person", personId.value())
                .query((row, number) -> new Consent(
                        Purpose.valueOf(row.getString("purpose")),
                        row.getBoolean("given"),
                        Sql.moment(row, "at"),
                        row.getString("source")))
                .list();
    }

    void choose(
            PersonId personId,
            MallId tenantId,
            String language,
            List<ChannelName> channels,
            String source,
            Instant now) {
        jdbc.sql("""
                insert into messaging.preference (person_id, tenant_id, language, channels, source, changed_at)
                values (:person, :tenant, :language, :channels, :source, :now)
                on conflict (person_id) do update set language = excluded.language, channels = excluded.channels,
                    source = excluded.source, changed_at = excluded.changed_at
                """)
                .param("person", personId.value())
                .param("tenant", tenantId.value())
                .param("language", language)
                .param("channels", channels.stream().map(Enum::name).toArray(String[]::new))
                .param("source", source)
                .param("now", Sql.at(now))
                .update();
    }

    void consent(PersonId personId, MallId tenantId, Purpose purpose, boolean given, String source, Instant now) {
        jdbc.sql("""
                insert into messaging.consent (person_id, tenant_id, purpose, given, source, at)
                values (:person, :tenant, :purpose, :given, :source, :now)
                """)
                .param("person", personId.value())
                .param("tenant", tenantId.value())
                .param("purpose", purpose.name())
                .param("given", given)
                .param("source", source)
                .param("now", Sql.at(now))
                .update();
    }

    public Optional<Preferences> chosenBy(PersonId personId) {
        return Optional.ofNullable(chosenBy(List.of(personId)).get(personId));
    }
}
