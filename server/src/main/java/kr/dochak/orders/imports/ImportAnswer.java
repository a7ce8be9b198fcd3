package kr.dochak.orders.imports;

import kr.dochak.shared.Problem.FieldError;

/** What came of a file of orders. */
public sealed interface ImportAnswer {

    /** The run, done or still running. */
    record Begun(ImportRun run) implements ImportAnswer {}

    /** So many files of this mall are being read or wait for it; nothing of this one was taken in. */
    record Waiting(int others) implements ImportAnswer {}

    /** Nothing of the file was taken in. */
    record Unfit(FieldError why) implements ImportAnswer {}
}
