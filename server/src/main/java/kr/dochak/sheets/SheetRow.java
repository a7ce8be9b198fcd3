package kr.dochak.sheets;

import java.util.List;
import java.util.Map;
import kr.dochak.shared.Problem.FieldError;

/**
 * One row of a file.
 *
 * @param line its line or row in the file, the heading being the first
 * @param values what it says by field: texts, whole numbers as {@link Long}, times as text in ISO form; empty cells are
 *     missing
 * @param errors cells that cannot be read
 */
public record SheetRow(long line, Map<String, Object> values, List<FieldError> errors) {

    @Override
    public String toString() {
        return "SheetRow[" + line + "]";
    }
}
