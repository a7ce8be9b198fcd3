package kr.dochak.benchmarks.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far a replay has come, in a file beside the server's data. It is written after the server has acknowledged a
 * stretch, so after a crash at most one stretch is told again, which the server recognises.
 *
 * @param plan what is played and how it is cut; another plan begins from the start
 */
record Progress(String plan, Tally tally) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Progress read(Path file, String plan) throws IOException {
        if (Files.exists(file)) {
            try {
                Progress saved = JSON.readValue(Files.readString(file), Progress.class);
                if (saved.plan.equals(plan)) {
                    return saved;
                }
            } catch (JacksonException torn) {
                // written when the machine stopped: begin again, nothing is doubled
            }
        }
        return new Progress(plan, Tally.NOTHING);
    }

    void write(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, JSON.writeValueAsString(this));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
