package kr.dochak.identity.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import kr.dochak.ProductTest;
import kr.dochak.TestDatabase;
import kr.dochak.identity.erasure.PersonalColumn.Erasure;
import kr.dochak.identity.erasure.PersonalColumn.Protection;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** H5, IDN-3: no column can hold a person's data unseen. */
@ProductTest
class PersonalDataRegisterTests {

    @Autowired
    private JdbcClient application;

    @Autowired
    private PersonalDataRegister register;

    /** Columns of words and bytes, but for those that a check holds to a few words and for the lists of migrations. */
    private List<String> columns() {
        return TestDatabase.asSuperuser(application)
                .sql("""
                select c.table_schema || '.' || c.table_name || '.' || c.column_name
                from information_schema.columns c
                join pg_class r on r.oid = (quote_ident(c.table_schema) || '.' || quote_ident(c.table_name))::regclass
                where c.table_schema not in ('pg_catalog', 'information_schema')
                  and c.table_name not like 'flyway\\_schema\\_history%'
                  and r.relkind in ('r', 'p') and not r.relispartition
                  and (c.udt_name in ('text', 'varchar', 'bpchar', 'char', 'name', 'json', 'jsonb', 'xml', 'bytea', 'inet',
                        'cidr', 'macaddr', 'tsvector', 'hstore', 'citext', 'bit', 'varbit', 'oid')
                    or c.data_type = 'ARRAY' and c.udt_name in ('_text', '_varchar', '_bpchar', '_json', '_jsonb', '_bytea')
                    or c.data_type = 'USER-DEFINED')
                  and not exists (
                    select 1 from pg_constraint k
                    where k.conrelid = r.oid and k.contype = 'c'
                      and (starts_with(pg_get_constraintdef(k.oid), 'CHECK ((' || c.column_name || ' = ANY (ARRAY[''')
                        or starts_with(pg_get_constraintdef(k.oid), 'CHECK ((' || c.column_name || ' = '''))
                      )
                order by 1
                """)
                .query(String.class)
                .list();
    }

    private List<String> personal() {
        return register.columns().stream()
                .map(each -> each.table() + "." + each.column())
                .toList();
    }

    @Test
    void H5_every_column_that_can_hold_personal_data_stands_in_one_of_the_registers() {
        List<String> missing = new ArrayList<>(columns());
        missing.removeAll(personal());
        missing.removeAll(PersonalDataRegister.impersonal());

        assertThat(missing)
                .as(
                        "add each to privacy/personal-data.csv, or to privacy/impersonal.csv when it holds nothing of a person")
                .isEmpty();
    }

    @Test
    void H5_neither_register_names_a_column_that_is_not_there() {
        List<String> named = new ArrayList<>(personal());
        named.addAll(PersonalDataRegister.impersonal());
        List<String> gone = new ArrayList<>(named);
        gone.removeAll(TestDatabase.asSuperuser(application)
                .sql("""
                select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                """)
                .query(String.class)
                .list());

        assertThat(gone).isEmpty();
        assertThat(new TreeSet<>(named)).hasSameSizeAs(named);
    }

    @Test
    void IDN_3_what_stays_after_an_erasure_says_why_or_is_of_somebody_else() {
        assertThat(register.columns())
                .filteredOn(each -> each.erasure() == Erasure.STAYS && each.whose() == PersonalColumn.Whose.CUSTOMER)
                .allMatch(each -> !each.why().isEmpty());
    }

    @Test
    void IDN_3_what_is_sealed_under_a_persons_key_goes_with_the_key() {
        assertThat(register.columns())
                .filteredOn(each -> each.protection() == Protection.PERSON_KEY)
                .allMatch(each -> each.erasure() == Erasure.DESTROYED);
    }

    /** The table of docs/personal-data.md is made from the register; set DOCHAK_WRITE_DOCS to have it written. */
    @Test
    void IDN_3_the_document_says_what_the_register_says() throws IOException {
        Path page = Path.of("../docs/personal-data.md");
        String text = Files.readString(page);
        String before = text.substring(0, text.indexOf("| table |"));
        String made = before + table();
        if (System.getenv("DOCHAK_WRITE_DOCS") != null) {
            Files.writeString(page, made);
        }

        assertThat(Files.readString(page)).isEqualTo(made);
    }

    private String table() {
        return Stream.concat(
                        Stream.of(
                                "| table | column | whose | kind | lies | erasure | kept | why |",
                                "| --- | --- | --- | --- | --- | --- | --- | --- |"),
                        register.columns().stream().map(PersonalDataRegisterTests::line))
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static String line(PersonalColumn each) {
        return "| %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        each.table(),
                        each.column(),
                        lower(each.whose()),
                        each.kind().toLowerCase(java.util.Locale.ROOT),
                        lower(each.protection()),
                        lower(each.erasure()),
                        each.kept(),
                        each.why());
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
