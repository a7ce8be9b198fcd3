package kr.dochak.orders.imports;

import java.util.List;
import java.util.Map;

/** What the rows of one order say. */
sealed interface FileVerdict {

    /** The order as the API would take it, and the rows that stand for its lines; not paid it only waits. */
    record Standing(FileOrder order, Map<String, Object> tree, boolean paid) implements FileVerdict {}

    /** It is not taken in: cancelled, held or over. */
    record Out(String orderNo, RowState state) implements FileVerdict {}

    /** Nothing of the order is taken in. */
    record Wrong(List<ImportError> errors) implements FileVerdict {}
}
