package kr.dochak.limits;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the calling thread step back when others want the processor. Java's own priorities do nothing on Linux without an
 * option that wants root, though any thread may ask for less; elsewhere nothing is done, since there it would be the process.
 */
final class Humble {

    private static final Logger log = LoggerFactory.getLogger(Humble.class);
    private static final int OF_THE_CALLER = 0;

    private Humble() {}

    /** Of the kernel's niceness, 0 to 19: what others of the same processor have more of, 1.25 times with each. */
    static void be(int niceness) {
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
            int failed = (int) set.invokeExact(OF_THE_CALLER, OF_THE_CALLER, niceness);
            if (failed != 0) {
                log.warn("the threads of pages keep their priority: the kernel refused");
            }
        } catch (Throwable e) {
            log.warn("the threads of pages keep their priority", e);
        }
    }
}
