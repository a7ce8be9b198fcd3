package kr.dochak.identity.vault;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import kr.dochak.database.Sql;
import kr.dochak.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sealed recipients, in batches. */
@Repository
class RecipientRepository {

    private final JdbcClient jdbc;

    RecipientRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A recipient still sealed, with the wrapped key of the customer it belongs to. */
    record Row(long id, PersonId personId, byte[] sealed, byte[] wrappedKey) {}

    List<Long> newIds(int count) {
        return jdbc.sql("select nextval('identity.recipient_id') from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list();
    }

    /** Puts them in; answers how many, since a person may be erased in this very moment. */
    int insert(List<Long> ids, List<PersonId> personIds, List<byte[]> sealed, Instant at) {
        return jdbc.sql("""
                insert into identity.recipient (id, person_id, sealed, created_at)
                select r.id, r.person_id, r.sealed, :at
                from unnest(:ids::bigint[], :people::bigint[], :sealed::bytea[]) as r (id, person_id, sealed)
                join identity.person on person.id = r.person_id and person.erased_at is null
                for key share of person
                """)
                .param("ids", ids.toArray(Long[]::new))
                .param("people", Sql.ids(personIds))
                .param("sealed", sealed.toArray(byte[][]::new))
                .param("at", Sql.at(at))
                .update();
    }

    List<Row> byIds(Collection<Long> ids) {
        return jdbc.sql("""
                select recipient.id, recipient.person_id, recipient.sealed, person.wrapped_key
                from identity.recipient
                join identity.person on person.id = recipient.person_id
                where recipient.id = any(:ids) and person.erased_at is null
                """)
                .param("ids", ids.toArray(Long[]::new))
                .query((row, index) -> new Row(
                        row.getLong("id"),
                        new PersonId(row.getLong("person_id")),
                        row.getBytes("sealed"),
                        row.getBytes("wrapped_key")))
                .list();
    }
}
