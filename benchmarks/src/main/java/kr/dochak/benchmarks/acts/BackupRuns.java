package kr.dochak.benchmarks.acts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.server.ServerPlace;
import org.jspecify.annotations.Nullable;

/** {@code ./run backup} while staff act: it, or the server beneath it, is killed, and its file is whole or not there. */
final class BackupRuns {

    private final ServerPlace place;
    private final Path folder;
    private @Nullable Command running;
    private @Nullable Path file;
    private int begun;
    private int whole;
    private int refused;
    private int killed;
    private final List<String> broken = new ArrayList<>();

    BackupRuns(ServerPlace place) throws IOException {
        this.place = place;
        this.folder =
                Files.createDirectories(place.data().resolveSibling(place.data().getFileName() + "-backups"));
    }

    void begin() throws IOException {
        file = folder.resolve("backup-" + ++begun + ".zip");
        running = Command.begin(
                place, "backup", file.toString(), "--data", place.data().toString());
    }

    void kill() {
        if (running != null) {
            running.process().destroyForcibly();
        }
    }

    /** Waits for its end, and restores what it left. */
    void judge() throws IOException, InterruptedException {
        Command command = running;
        Path left = file;
        if (command == null || left == null) {
            return;
        }
        int code = command.end();
        String words = command.lastWords();
        if (Files.exists(left)) {
            whole += restores(left) ? 1 : 0;
        } else if (code == 0) {
            broken.add("done, and there is no " + left.getFileName());
        } else if (code > 128) {
            killed++;
        } else {
            refused++;
            if (words.isEmpty() || words.contains("\tat ")) {
                broken.add("refused without a sentence: "
                        + words.lines().findFirst().orElse(""));
            }
        }
        Files.deleteIfExists(left);
    }

    private boolean restores(Path left) throws IOException, InterruptedException {
        Path copy = folder.resolve("copy-" + begun);
        Command restore = Command.begin(place, "restore", left.toString(), "--data", copy.toString());
        int code = restore.end();
        String words = restore.lastWords();
        if (code != 0) {
            broken.add(left.getFileName() + " does not restore: " + words);
        }
        remove(copy);
        return code == 0;
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    Check check() {
        return new Check(
                "backups that are half there, of %d begun (%d whole and restored, %d refused in a sentence, %d killed and no file)"
                        .formatted(begun, whole, refused, killed),
                broken.isEmpty(),
                broken.size() + " " + broken);
    }
}
