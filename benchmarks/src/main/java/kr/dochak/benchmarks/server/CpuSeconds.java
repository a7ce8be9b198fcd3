package kr.dochak.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time in seconds: a noisy neighbour changes how long something takes, but hardly what it costs. */
public record CpuSeconds(double jvm, double database) {

    /** Of a JVM, and of the PostgreSQL whose pid file this is with all its processes, the ended ones too. */
    public static CpuSeconds of(long jvm, Path postmasterPid) {
        return new CpuSeconds(Proc.cpuSeconds(jvm, false), ofPostgres(postmasterPid));
    }

    private static double ofPostgres(Path postmasterPid) {
        try {
            long postmaster =
                    Long.parseLong(Files.readAllLines(postmasterPid).getFirst().strip());
            return Proc.cpuSeconds(postmaster, true)
                    + Proc.children(postmaster)
                            .mapToDouble(child -> Proc.cpuSeconds(child, false))
                            .sum();
        } catch (IOException notRunning) {
            return 0;
        }
    }

    public CpuSeconds since(CpuSeconds before) {
        return new CpuSeconds(jvm - before.jvm, database - before.database);
    }

    public double total() {
        return jvm + database;
    }
}
