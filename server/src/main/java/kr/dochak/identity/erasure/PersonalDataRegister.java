package kr.dochak.identity.erasure;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.shared.CsvTable;
import org.springframework.stereotype.Component;

/**
 * Where personal data lies, how it is protected and what becomes of it (IDN-3). A test walks every column of the database and
 * fails for one that stands neither here nor among those that hold nothing of a person.
 */
@Component
public class PersonalDataRegister {

    private final List<PersonalColumn> columns = CsvTable.rows("/privacy/personal-data.csv").stream()
            .flatMap(PersonalDataRegister::columns)
            .toList();

    private static Stream<PersonalColumn> columns(NamedCsvRecord row) {
        return names(row)
                .map(name -> new PersonalColumn(
                        row.getField("table"),
                        name,
                        PersonalColumn.Whose.valueOf(row.getField("whose")),
                        row.getField("kind"),
                        PersonalColumn.Protection.valueOf(row.getField("protection")),
                        PersonalColumn.Erasure.valueOf(row.getField("erasure")),
                        row.getField("kept"),
                        row.getField("why")));
    }

    private static Stream<String> names(NamedCsvRecord row) {
        return Arrays.stream(row.getField("columns").split(" "));
    }

    /** Every column that can hold something of a person. */
    public List<PersonalColumn> columns() {
        return columns;
    }

    /** Every column that can hold words or bytes and holds nothing of a person, as {@code schema.table.column}. */
    static List<String> impersonal() {
        return CsvTable.rows("/privacy/impersonal.csv").stream()
                .flatMap(row -> names(row).map(name -> row.getField("table") + "." + name))
                .toList();
    }

    /** The tables in which an erasure leaves bytes behind until they are written anew, in the order of the register. */
    List<String> tablesToRewrite() {
        return columns.stream()
                .filter(PersonalColumn::leavesBytes)
                .map(PersonalColumn::table)
                .distinct()
                .toList();
    }
}
