package kr.dochak.orders.imports;

import java.util.List;
import kr.dochak.shared.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** What a file would be taken for, before anything of it is taken in. */
public sealed interface ImportLook {

    /**
     * It can be read.
     *
     * @param columns which heading is which field
     * @param unused headings that look like known ones, or like money or a state, and are not used
     * @param first its first orders
     */
    record Fitting(String mapping, List<Column> columns, List<String> unused, List<Row> first) implements ImportLook {}

    /** It cannot be read as a whole. */
    record Unfit(FieldError why) implements ImportLook {}

    /** A heading of the file and the field that it fills. */
    record Column(String heading, String field) {}

    /**
     * One order as it would be taken in, without personal data but the recipient's area.
     *
     * @param state {@code PAID} when it would be taken in; else why it is left out, or {@code WRONG}
     * @param pieces of all its items
     * @param totalWon null where the rules could not work it out
     * @param errors what keeps it out, in the reader's language
     */
    record Row(
            long line,
            String orderNo,
            String state,
            String items,
            int pieces,
            @Nullable Long totalWon,
            String area,
            List<String> errors) {}
}
