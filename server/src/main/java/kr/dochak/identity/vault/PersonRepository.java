package kr.dochak.identity.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kr.dochak.database.Sql;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sealed people, in batches. */
@Repository
class PersonRepository {

    private final JdbcClient jdbc;

    PersonRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who is known by the mall's id, with what tells whether anything has changed. */
    record StoredPerson(
            PersonId id,
            byte[] wrappedKey,
            byte[] name,
            byte @Nullable [] phone,
            byte @Nullable [] email,
            String locale) {}

    /** One person's row, still sealed. */
    record Row(
            PersonId id,
            MallId tenantId,
            String externalId,
            byte[] wrappedKey,
            byte[] name,
            byte @Nullable [] phone,
            byte @Nullable [] email,
            String locale) {}

    Map<String, StoredPerson> known(MallId tenantId, Collection<String> externalIds) {
        Map<String, StoredPerson> known = new HashMap<>();
        jdbc.sql("""
                select external_id, id, wrapped_key, name_index, phone_index, email_index, locale
                from identity.person
                where tenant_id = :tenant and external_id = any(:externals)
                """)
                .param("tenant", tenantId.value())
                .param("externals", externalIds.toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString("external_id"), known(row));
                });
        return known;
    }

    private static StoredPerson known(ResultSet row) throws SQLException {
        return new StoredPerson(
                new PersonId(row.getLong("id")),
                row.getBytes("wrapped_key"),
                row.getBytes("name_index"),
                row.getBytes("phone_index"),
                row.getBytes("email_index"),
                row.getString("locale"));
    }

    List<PersonId> newIds(int count) {
        return jdbc.sql("select nextval('identity.person_id') from generate_series(1, :count)")
                .param("count", count)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    /** Takes them in; answers the ids that really went in, since another process may have been first with some. */
    List<PersonId> insert(MallId tenantId, List<SealedPerson> people, Instant at) {
        return bind(jdbc.sql("""
                insert into identity.person (id, tenant_id, external_id, wrapped_key, name, phone, email,
                    name_index, phone_index, last_four_index, email_index, locale, created_at)
                select p.id, :tenant, p.external_id, p.wrapped_key, p.name, p.phone, p.email,
                    p.name_index, p.phone_index, p.last_four_index, p.email_index, p.locale, :at
                from unnest(:ids::bigint[], :externals::text[], :keys::bytea[], :names::bytea[], :phones::bytea[],
                        :emails::bytea[], :nameIndexes::bytea[], :phoneIndexes::bytea[], :lastFourIndexes::bytea[],
                        :emailIndexes::bytea[], :locales::text[])
                    as p (id, external_id, wrapped_key, name, phone, email,
                        name_index, phone_index, last_four_index, email_index, locale)
                on conflict (tenant_id, external_id) do nothing
                returning id
                """), people)
                .param("tenant", tenantId.value())
                .param("at", Sql.at(at))
                .param("externals", texts(people, SealedPerson::externalId))
                .param("keys", bytes(people, SealedPerson::wrappedKey))
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    /** Writes what has changed; a phone or an e-mail that the mall did not give this time stays as it was. */
    void update(List<SealedPerson> people) {
        jdbc.sql("select id from identity.person where id = any(:ids) order by id for update")
                .param("ids", Sql.ids(people, SealedPerson::id))
                .query(Long.class)
                .list();
        bind(jdbc.sql("""
                update identity.person person
                set name = p.name,
                    name_index = p.name_index,
                    phone = coalesce(p.phone, person.phone),
                    phone_index = case when p.phone is null then person.phone_index else p.phone_index end,
                    last_four_index = case when p.phone is null then person.last_four_index else p.last_four_index end,
                    email = coalesce(p.email, person.email),
                    email_index = case when p.email is null then person.email_index else p.email_index end,
                    locale = p.locale
                from unnest(:ids::bigint[], :names::bytea[], :phones::bytea[], :emails::bytea[], :nameIndexes::bytea[],
                        :phoneIndexes::bytea[], :lastFourIndexes::bytea[], :emailIndexes::bytea[], :locales::text[])
                    as p (id, name, phone, email, name_index, phone_index, last_four_index, email_index, locale)
                where person.id = p.id and person.erased_at is null
                """), people).update();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, List<SealedPerson> people) {
        return statement
                .param("ids", Sql.ids(people, SealedPerson::id))
                .param("names", bytes(people, SealedPerson::name))
                .param("phones", bytes(people, SealedPerson::phone))
                .param("emails", bytes(people, SealedPerson::email))
                .param("nameIndexes", bytes(people, person -> person.marks().name()))
                .param("phoneIndexes", bytes(people, person -> person.marks().phone()))
                .param("lastFourIndexes", bytes(people, person -> person.marks().lastFour()))
                .param("emailIndexes", bytes(people, person -> person.marks().email()))
                .param("locales", texts(people, SealedPerson::locale));
    }

    private static byte[][] bytes(List<SealedPerson> people, Function<SealedPerson, byte @Nullable []> field) {
        return people.stream().map(field).toArray(byte[][]::new);
    }

    private static String[] texts(List<SealedPerson> people, Function<SealedPerson, String> field) {
        return people.stream().map(field).toArray(String[]::new);
    }

    List<Row> byIds(Collection<PersonId> ids) {
        return jdbc.sql("""
                select id, tenant_id, external_id, wrapped_key, name, phone, email, locale
                from identity.person
                where id = any(:ids) and erased_at is null
                """)
                .param("ids", Sql.ids(ids))
                .query((row, index) -> new Row(
                        new PersonId(row.getLong("id")),
                        new MallId(row.getLong("tenant_id")),
                        row.getString("external_id"),
                        row.getBytes("wrapped_key"),
                        row.getBytes("name"),
                        row.getBytes("phone"),
                        row.getBytes("email"),
                        row.getString("locale")))
                .list();
    }

    /** The newest first. */
    List<PersonId> search(MallId tenantId, String externalId, SealedPerson.Marks marks, int limit) {
        return jdbc.sql("""
                select id from identity.person
                where tenant_id = :tenant
                  and (external_id = :external or name_index = :name or phone_index = :phone
                    or last_four_index = :lastFour or email_index = :email)
                order by id desc
                limit :limit
                """)
                .param("tenant", tenantId.value())
                .param("external", externalId)
                .param("name", marks.name())
                .param("phone", marks.phone(), java.sql.Types.BINARY)
                .param("lastFour", marks.lastFour(), java.sql.Types.BINARY)
                .param("email", marks.email(), java.sql.Types.BINARY)
                .param("limit", limit)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    Optional<PersonId> byContact(MallId tenantId, byte @Nullable [] phone, byte @Nullable [] email) {
        return jdbc.sql("""
                select id from identity.person
                where tenant_id = :tenant and (phone_index = :phone or email_index = :email)
                order by id desc
                limit 1
                """)
                .param("tenant", tenantId.value())
                .param("phone", phone, java.sql.Types.BINARY)
                .param("email", email, java.sql.Types.BINARY)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .optional();
    }

    /** Destroys the key and everything it sealed; false when that was already done. */
    boolean erase(PersonId personId, Instant at) {
        jdbc.sql("delete from identity.recipient where person_id = :id")
                .param("id", personId.value())
                .update();
        return jdbc.sql("""
                update identity.person
                set erased_at = :at, wrapped_key = null, external_id = null, name = null, phone = null, email = null,
                    name_index = null, phone_index = null, last_four_index = null, email_index = null
                where id = :id and erased_at is null
                """)
                        .param("id", personId.value())
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }
}
