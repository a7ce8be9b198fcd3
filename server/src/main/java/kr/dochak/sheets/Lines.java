package kr.dochak.sheets;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;

/** The lines of a file, one at a time. */
interface Lines extends Iterator<Lines.Line>, Closeable {

    /** One line: its number in the file, and its cells. */
    record Line(long number, List<SheetCell> cells) {

        SheetCell cell(int index) {
            return index < cells.size() ? cells.get(index) : SheetCell.EMPTY;
        }

        boolean isEmpty() {
            return cells.stream().allMatch(SheetCell::isEmpty);
        }
    }
}
