package kr.dochak.identity.passkeys;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import kr.dochak.database.Sql;
import kr.dochak.shared.Id;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The passkeys of staff and customers. */
@Repository
class PasskeyRepository {

    private final JdbcClient jdbc;

    PasskeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One whole, as it is checked. */
    record Row(long id, Owner owner, byte[] publicKey, long counter, boolean backedUp) {}

    /** One that a device has just made. */
    record Made(byte[] credential, byte[] publicKey, long counter, boolean backedUp) {}

    void add(Owner owner, Made made, String name, Instant at) {
        jdbc.sql("""
                insert into identity.passkey (staff_id, person_id, tenant_id, contact, credential, public_key, counter,
                    backed_up, name, made_at)
                values (:staff::bigint, :person::bigint, :tenant, decode(:contact::text, 'hex'), :credential, :key, :counter,
                    :backedUp, :name, :at)
                """)
                .param("staff", owner.staffId())
                .param("person", Id.valueOf(owner.personId()))
                .param("tenant", owner.tenantId().value())
                .param("contact", owner.contact())
                .param("credential", made.credential())
                .param("key", made.publicKey())
                .param("counter", made.counter())
                .param("backedUp", made.backedUp())
                .param("name", name)
                .param("at", Sql.at(at))
                .update();
    }

    List<Passkey> of(Owner owner) {
        return jdbc.sql("""
                select id, name, made_at, used_at, backed_up from identity.passkey
                where staff_id = :staff::bigint or person_id = :person::bigint order by id
                """)
                .param("staff", owner.staffId())
                .param("person", Id.valueOf(owner.personId()))
                .query((row, n) -> new Passkey(
                        row.getLong("id"),
                        row.getString("name"),
                        Sql.moment(row, "made_at"),
                        Sql.instant(row, "used_at"),
                        row.getBoolean("backed_up")))
                .list();
    }

    /** The device is told which it already has. */
    List<byte[]> credentials(Owner owner) {
        return jdbc.sql("""
                select credential from identity.passkey where staff_id = :staff::bigint or person_id = :person::bigint
                """)
                .param("staff", owner.staffId())
                .param("person", Id.valueOf(owner.personId()))
                .query(byte[].class)
                .list();
    }

    Optional<Row> byCredential(byte[] credential) {
        return jdbc.sql("select * from identity.passkey where credential = :credential")
                .param("credential", credential)
                .query((row, n) -> {
                    Long staff = row.getObject("staff_id", Long.class);
                    Long person = row.getObject("person_id", Long.class);
                    byte[] contact = row.getBytes("contact");
                    Owner owner = new Owner(
                            staff,
                            person == null ? null : new PersonId(person),
                            new MallId(row.getLong("tenant_id")),
                            contact == null ? null : HexFormat.of().formatHex(contact));
                    return new Row(
                            row.getLong("id"),
                            owner,
                            row.getBytes("public_key"),
                            row.getLong("counter"),
                            row.getBoolean("backed_up"));
                })
                .optional();
    }

    /** Used with this counter; false when it was used meanwhile with as great a one, which a copy would. */
    boolean used(Row passkey, long counter, boolean backedUp, Instant at) {
        return jdbc.sql("""
                update identity.passkey set counter = :counter, backed_up = :backedUp, used_at = :at
                where id = :id and (counter < :counter or counter = 0 and :counter = 0)
                """)
                        .param("counter", counter)
                        .param("backedUp", backedUp)
                        .param("at", Sql.at(at))
                        .param("id", passkey.id())
                        .update()
                == 1;
    }

    boolean rename(Owner owner, long id, String name) {
        return jdbc.sql("""
                update identity.passkey set name = :name
                where id = :id and (staff_id = :staff::bigint or person_id = :person::bigint)
                """)
                        .param("name", name)
                        .param("id", id)
                        .param("staff", owner.staffId())
                        .param("person", Id.valueOf(owner.personId()))
                        .update()
                == 1;
    }

    boolean remove(Owner owner, long id) {
        return jdbc.sql("""
                delete from identity.passkey
                where id = :id and (staff_id = :staff::bigint or person_id = :person::bigint)
                """)
                        .param("id", id)
                        .param("staff", owner.staffId())
                        .param("person", Id.valueOf(owner.personId()))
                        .update()
                == 1;
    }

    int removeAll(long staffId) {
        return jdbc.sql("delete from identity.passkey where staff_id = :staff")
                .param("staff", staffId)
                .update();
    }
}
