package kr.dochak.identity.erasure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.database.Sql;
import kr.dochak.identity.access.Access;
import kr.dochak.identity.vault.People;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The vault's own part: codes and addresses of the network. The person and their key go last, by {@link ErasureWork}. */
@Component
class VaultTraces implements PersonTraces {

    private final JdbcClient jdbc;
    private final People people;

    VaultTraces(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    @Override
    public String module() {
        return "identity";
    }

    @Override
    public int forget(PersonId person) {
        int codes = jdbc.sql("""
                delete from identity.login_code
                where person_id = :person
                   or contact in (select c from identity.person p, unnest(array[p.phone_index, p.email_index]) c
                                  where p.id = :person and c is not null)
                """).param("person", person.value()).update();
        int sessions = jdbc.sql("delete from identity.login_session where person_id = :person")
                .param("person", person.value())
                .update();
        int passkeys = jdbc.sql("delete from identity.passkey where person_id = :person")
                .param("person", person.value())
                .update();
        int addresses = jdbc.sql("""
                update identity.access set ip = null where person_id = :person and staff_id is null and ip is not null
                """).param("person", person.value()).update();
        return codes + sessions + passkeys + addresses;
    }

    @Override
    public Map<String, Object> export(PersonId person) {
        Map<String, Object> all = new LinkedHashMap<>();
        PersonalData data = people.open(List.of(person)).get(person);
        if (data != null) {
            Map<String, Object> who = new LinkedHashMap<>();
            who.put("customerId", data.externalId());
            who.put("name", data.name());
            who.put("phone", data.phone());
            who.put("email", data.email());
            who.put("language", data.locale());
            all.put("person", who);
        }
        all.put("passkeys", passkeys(person));
        all.put(
                "accesses",
                people.accessesTo(person).stream().map(VaultTraces::access).toList());
        return all;
    }

    private List<Map<String, Object>> passkeys(PersonId person) {
        return jdbc.sql("select name, made_at from identity.passkey where person_id = :person order by id")
                .param("person", person.value())
                .query((row, n) -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("at", Sql.moment(row, "made_at"));
                    one.put("name", row.getString("name"));
                    return one;
                })
                .list();
    }

    private static Map<String, Object> access(Access access) {
        return Map.of("at", access.at(), "who", access.staffName(), "what", access.what(), "reason", access.reason());
    }
}
