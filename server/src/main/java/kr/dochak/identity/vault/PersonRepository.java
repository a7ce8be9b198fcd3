package kr.dochak.identity.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
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
            byte[] external,
            byte[] wrappedKey,
            byte[] name,
            byte @Nullable [] phone,
            byte @Nullable [] email,
            String locale) {}

    /** Those of these blind indexes of mall's ids that are known; by the index in hexadecimal letters. */
    Map<String, StoredPerson> known(MallId tenantId, Collection<byte[]> externalIndexes) {
        Map<String, StoredPerson> known = new HashMap<>();
        jdbc.sql("""
                select external_index, id, wrapped_key, name_index, phone_index, email_index, locale
                from identity.person
                where tenant_id = :tenant and external_index = any(:externals::bytea[])
                """)
                .param("tenant", tenantId.value())
                .param("externals", externalIndexes.toArray(byte[][]::new))
                .query(row -> {
                    known.put(HexFormat.of().formatHex(row.getBytes("external_index")), known(row));
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
                insert into identity.person (id, tenant_id, external, external_index, wrapped_key, name, phone, email,
                    name_index, phone_index, last_four_index, email_index, locale, created_at)
                select p.id, :tenant, p.external, p.external_index, p.wrapped_key, p.name, p.phone, p.email,
                    p.name_index, p.phone_index, p.last_four_index, p.email_index, p.locale, :at
                from unnest(:ids::bigint[], :externals::bytea[], :externalIndexes::bytea[], :keys::bytea[],
                        :names::bytea[], :phones::bytea[], :emails::bytea[], :nameIndexes::bytea[], :phoneIndexes::bytea[], :lastFourIndexes::bytea[],
                        :emailIndexes::bytea[], :locales::text[])
                    as p (id, external, external_index, wrapped_key, name, phone, email,
                        name_index, phone_index, last_four_index, email_index, locale)
                on conflict (tenant_id, external_index) do nothing
                returning id
                """), people)
                .param("tenant", tenantId.value())
                .param("at", Sql.at(at))
                .param("externals", bytes(people, SealedPerson::external))
                .param("externalIndexes", bytes(people, SealedPerson::externalIndex))
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
                select id, tenant_id, external, wrapped_key, name, phone, email, locale
                from identity.person
                where id = any(:ids) and erased_at is null
                """)
                .param("ids", Sql.ids(ids))
                .query((row, index) -> new Row(
                        new PersonId(row.getLong("id")),
                        new MallId(row.getLong("tenant_id")),
                        row.getBytes("external"),
                        row.getBytes("wrapped_key"),
                        row.getBytes("name"),
                        row.getBytes("phone"),
                        row.getBytes("email"),
                        row.getString("locale")))
                .list();
    }

    /** The newest first. */
    List<PersonId> search(MallId tenantId, byte[] externalIndex, SealedPerson.Marks marks, int limit) {
        return jdbc.sql("""
                select id from identity.person
                where tenant_id = :tenant
                  and (external_index = :external or name_index = :name or phone_index = :phone
                    or last_four_index = :lastFour or email_index = :email)
                order by id desc
                limit :limit
                """)
                .param("tenant", tenantId.value())
                .param("external", externalIndex)
                .param("name", marks.name())
                .param("phone", marks.phone(), java.sql.Types.BINARY)
                .param("lastFour", marks.lastFour(), java.sql.Types.BINARY)
                .param("email", marks.email(), java.sql.Types.BINARY)
                .param("limit", limit)
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    /** Whether any blind index of two people is the same, or one of them is erased. */
    boolean shareAnything(PersonId one, PersonId other) {
        return jdbc.sql("""
                select a.erased_at is not null or b.erased_at is not null
                    or coalesce(a.name_index = b.name_index, false)
                    or coalesce(a.phone_index = b.phone_index, false)
                    or coalesce(a.email_index = b.email_index, false)
                from identity.person a, identity.person b where a.id = :one and b.id = :other
                """)
                .param("one", one.value())
                .param("other", other.value())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Whoever of a mall has this phone or e-mail: the newest of each name, with all of that name. */
    Map<PersonId, List<PersonId>> withContact(MallId tenantId, byte[] contact, int limit) {
        Map<String, List<PersonId>> byName = new LinkedHashMap<>();
        jdbc.sql("""
                select id, encode(name_index, 'hex') as name
                from identity.person
                where tenant_id = :tenant and (phone_index = :contact or email_index = :contact)
                order by id desc
                limit :limit
                """)
                .param("tenant", tenantId.value())
                .param("contact", contact)
                .param("limit", limit)
                .query(row -> {
                    byName.computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
                            .add(new PersonId(row.getLong("id")));
                });
        Map<PersonId, List<PersonId>> byNewest = new LinkedHashMap<>();
        byName.values().forEach(same -> byNewest.put(same.getFirst(), same));
        return byNewest;
    }

    /** Whoever of the person's mall has the same name and this phone or e-mail, the newest first. */
    List<PersonId> namesOf(MallId tenantId, PersonId personId, byte[] contact, int limit) {
        return jdbc.sql("""
                select other.id
                from identity.person one
                join identity.person other on other.tenant_id = one.tenant_id and other.name_index = one.name_index
                where one.id = :person and one.tenant_id = :tenant
                  and (other.phone_index = :contact or other.email_index = :contact)
                order by other.id desc
                limit :limit
                """)
                .param("person", personId.value())
                .param("tenant", tenantId.value())
                .param("contact", contact)
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

    /** Who was erased at this moment or later. */
    List<PersonId> erasedSince(Instant since) {
        return jdbc.sql("select id from identity.person where erased_at >= :since")
                .param("since", Sql.at(since))
                .query((row, n) -> new PersonId(row.getLong(1)))
                .list();
    }

    boolean isErased(PersonId personId) {
        return jdbc.sql("select exists (select 1 from identity.person where id = :id and erased_at is not null)")
                .param("id", personId.value())
                .query(Boolean.class)
                .single();
    }

    /** Destroys the key and everything it sealed; false when that was already done. */
    boolean erase(PersonId personId, Instant at) {
        // a recipient that is being put in this moment waits for the end, and finds no key then
        jdbc.sql("select id from identity.person where id = :id for update")
                .param("id", personId.value())
                .query(Long.class)
                .optional();
        jdbc.sql("delete from identity.recipient where person_id = :id")
                .param("id", personId.value())
                .update();
        return jdbc.sql("""
                update identity.person
                set erased_at = :at, wrapped_key = null, external = null, external_index = null, name = null, phone = null, email = null,
                    name_index = null, phone_index = null, last_four_index = null, email_index = null
                where id = :id and erased_at is null
                """)
                        .param("id", personId.value())
                        .param("at", Sql.at(at))
                        .update()
                == 1;
    }
}
