package kr.dochak.benchmarks.pipeline;

import java.util.List;
import java.util.Map;
import kr.dochak.benchmarks.Options;
import kr.dochak.benchmarks.server.CpuSeconds;
import kr.dochak.benchmarks.server.ServerPlace;
import kr.dochak.benchmarks.server.ServerProcess;

/** From the start of the process to readiness, and the memory used then: the first start of a folder, and later ones. */
public final class StartupBenchmark {

    private StartupBenchmark() {}

    public static void main(String... arguments) throws Exception {
        Options options = Options.of(arguments);
        ServerPlace place = ServerPlace.of(
                options, "benchmarks/target/startup-" + ProcessHandle.current().pid(), 18_280);
        for (int start = 1; start <= options.number("times", 3); start++) {
            try (ServerProcess server = ServerProcess.start(place, List.of(), Map.of("DOCHAK_DEMO", "true"))) {
                CpuSeconds cpu = server.cpu();
                System.out.printf(
                        "start %d: ready after %,d ms (%.1f CPU s), %,d MB resident%n",
                        start, server.startedIn().toMillis(), cpu.total(), server.residentBytes() / 1_000_000);
            }
        }
    }
}
