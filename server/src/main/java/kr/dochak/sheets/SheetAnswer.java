package kr.dochak.sheets;

import kr.dochak.shared.Problem.FieldError;

/** What came of opening a file. */
public sealed interface SheetAnswer {

    /** To be read row by row, and closed by the caller. */
    record Opened(Sheet sheet, SheetMapping mapping) implements SheetAnswer {}

    /** What is wrong with the file as a whole, or with the name of its mapping. */
    record Unfit(FieldError why) implements SheetAnswer {}
}
