package kr.dochak.benchmarks.kill;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kr.dochak.benchmarks.Check;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.server.Again;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays the same history twice, once killed in the middle and continued: both must end with the same books. */
final class InterruptedReplay {

    private static final List<String> COMPARED =
            List.of("taken in", "promises", "delays by kind and cause", "grants by rule");

    private final Options options;
    private final Path folder;
    private final int firstPort;

    InterruptedReplay(Options options, Path folder, int firstPort) {
        this.options = options;
        this.folder = folder;
        this.firstPort = firstPort;
    }

    List<Check> run() throws Exception {
        Files.createDirectories(folder);
        JsonNode whole = play("whole");
        kill("killed");
        JsonNode continued = play("killed");
        List<Check> checks = new ArrayList<>();
        for (String section : COMPARED) {
            JsonNode one = whole.path("figures").path(section);
            JsonNode other = continued.path("figures").path(section);
            checks.add(new Check(
                    "a replay that was killed and continued ends the same: " + section,
                    one.equals(other),
                    one.equals(other) ? one.size() + " rows" : one + " ≠ " + other));
        }
        return checks;
    }

    private JsonNode play(String name) throws IOException, InterruptedException {
        int code = start(name).waitFor();
        Path report = folder.resolve(name).resolve("replay-report.json");
        if (code > 1 || !Files.exists(report)) {
            throw new IllegalStateException("the replay ended with " + code + "; see " + folder);
        }
        return JsonMapper.builder().build().readTree(Files.readString(report));
    }

    /** Kills the replay and its server, both at once, some time after the first stretches are acknowledged. */
    private void kill(String name) throws IOException, InterruptedException {
        Process replay = start(name);
        Path progress = folder.resolve(name).resolve("replay-progress.json");
        while (replay.isAlive() && !Files.exists(progress)) {
            Thread.sleep(50);
        }
        replay.waitFor(options.number("kill-after", 8), TimeUnit.SECONDS);
        List<ProcessHandle> all = new ArrayList<>(replay.children().toList());
        all.add(replay.toHandle());
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(each -> each.onExit().join());
    }

    private Process start(String name) throws IOException {
        Path data = folder.resolve(name);
        Files.createDirectories(data);
        List<String> command = new ArrayList<>(Again.command());
        command.addAll(List.of(
                "replay",
                "--orders",
                options.required("orders"),
                "--limit",
                options.text("limit", "5000"),
                "--data",
                data.toString(),
                "--http-port",
                "" + firstPort,
                "--server-jar",
                options.text("server-jar", "server/target/dochak-server-0.1.0-exec.jar")));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(data.resolve("replay.log").toFile()))
                .start();
    }
}
