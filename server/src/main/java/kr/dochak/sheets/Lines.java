package kr.dochak.sheets;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;

/** The lines of a file as texts, one at a time. */
interface Lines extends Iterator<Lines.Line>, Closeable {

    /** One line: its number in the file, and its cells. */
    record Line(long number, List<String> cells) {}
}
