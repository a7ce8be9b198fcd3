package kr.dochak.sheets;

import java.io.IOException;
import kr.dochak.shared.Problem.FieldError;

/** Thrown deep in a file that is being opened; {@link Sheets} makes a value of it. */
final class UnfitFile extends IOException {

    private final transient FieldError why;

    UnfitFile(String code, String key, Object... args) {
        super(code);
        this.why = new FieldError("file", code, key, args);
    }

    FieldError why() {
        return why;
    }
}
