package kr.dochak.benchmarks.acts;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.dochak.benchmarks.server.ServerPlace;

/** A command of the server's own jar beside the server, as {@code ./run} calls it, and what it printed. */
record Command(Process process, Path printed) {

    static Command begin(ServerPlace place, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                place.java().toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                place.jar().toString()));
        all.addAll(List.of(arguments));
        Path printed =
                Files.createTempFile(Objects.requireNonNull(place.data().getParent()), arguments[0] + "-", ".txt");
        return new Command(
                new ProcessBuilder(all)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.to(printed.toFile()))
                        .start(),
                printed);
    }

    /** Its exit code. */
    int end() throws InterruptedException {
        return process.waitFor();
    }

    /** What it says last, and nothing else. */
    String lastWords() throws IOException {
        String text = Files.readString(printed).strip();
        Files.delete(printed);
        return text;
    }
}
