package kr.dochak.limits;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes threads step back when others want the processor. Java's own priorities do nothing on Linux without an
 * option that wants root, though any thread may ask for less; elsewhere nothing is done, since there it would be the process.
 */
final class Humble {

    private static final Logger log = LoggerFactory.getLogger(Humble.class);
    private static final int OF_A_THREAD = 0;
    private static final int OF_THE_CALLER = 0;
    /** How HotSpot's threads begin that compile to the fastest code; the kernel keeps fifteen letters. */
    private static final String OPTIMISING = "C2 Compiler";

    private Humble() {}

    /** Of the kernel's niceness, 0 to 19: what others of the same processor have more of, 1.25 times with each. */
    static void be(int niceness) {
        setPriority(OF_THE_CALLER, niceness);
    }

    /**
     * Has the optimising compiler step back: what strangers do for the first time is compiled for a minute or two, which would
     * take half of a processor from the scans. Compilers that begin later inherit it.
     */
    static void compilers(int niceness) {
        Path threads = Path.of("/proc/self/task");
        if (!Files.isDirectory(threads)) {
            return;
        }
        try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
            for (Path each : all) {
                if (Files.readString(each.resolve("comm")).startsWith(OPTIMISING)) {
                    setPriority(Integer.parseInt(each.getFileName().toString()), niceness);
                }
            }
        } catch (IOException gone) {
            log.debug("a thread ended while the compilers were looked for", gone);
        }
    }

    private static void setPriority(int thread, int niceness) {
        if (niceness <= 0
                || !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")) {
            return;
        }
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle set = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setpriority"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int failed = (int) set.invokeExact(OF_A_THREAD, thread, niceness);
            if (failed != 0) {
                log.warn("a thread keeps its priority: the kernel refused");
            }
        } catch (Throwable e) {
            log.warn("a thread keeps its priority", e);
        }
    }
}
