package kr.dochak.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import kr.dochak.database.OwnFiles;

/**
 * Shows a first password or key to whoever starts the server, once. Where the terminal is kept as a log ({@code ./run} does),
 * it goes to a file instead that the starter reads out and removes.
 */
public final class ShownOnce {

    private final String file;

    public ShownOnce(IdentitySettings settings) {
        this.file = settings.first().shownIn();
    }

    /** Neither the log nor anything else keeps it. */
    @SuppressWarnings("SystemOut")
    public void show(String text) {
        String line = "[dochak, shown only once] " + text;
        if (file.isBlank()) {
            System.out.println(line);
            return;
        }
        try {
            OwnFiles.append(Path.of(file), line);
        } catch (IOException e) {
            throw new UncheckedIOException("What is shown once cannot be written to " + file, e);
        }
    }
}
