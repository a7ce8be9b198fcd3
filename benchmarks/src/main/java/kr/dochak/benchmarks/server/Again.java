package kr.dochak.benchmarks.server;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** These programs once more, as another process: from their jar, or from the class path they were started with. */
public final class Again {

    private Again() {}

    /** The command line, to which the name of a tool and its options are added. */
    public static List<String> command(String... jvmOptions) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = System.getProperty("java.class.path");
        boolean oneJar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
        List<String> what =
                oneJar ? List.of("-jar", classPath) : List.of("-cp", classPath, "kr.dochak.benchmarks.Benchmarks");
        return Stream.of(List.of(java), List.of(jvmOptions), what)
                .flatMap(List::stream)
                .toList();
    }
}
