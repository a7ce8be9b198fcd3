package kr.dochak.orders.imports;

import kr.dochak.shared.Problem.FieldError;

/** What came of a file of orders. */
sealed interface ImportAnswer {

    /** The run, done or still running. */
    record Begun(ImportRun run) implements ImportAnswer {}

    /** Nothing of the file was taken in. */
    record Unfit(FieldError why) implements ImportAnswer {}
}
