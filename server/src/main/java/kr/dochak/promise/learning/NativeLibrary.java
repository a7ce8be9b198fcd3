package kr.dochak.promise.learning;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * LightGBM is native. Its binding unpacks the library under one fixed name into the folder for temporary files, where a
 * second process would overwrite what the first one runs from; so each process unpacks into a folder of its own.
 */
public final class NativeLibrary {

    private static final Logger log = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String TEMPORARY = "java.io.tmpdir";
    private static final boolean LOADED = load();

    private NativeLibrary() {}

    /** Whether models can be trained here. Without the library the lane table serves, and the reason is in the log. */
    public static boolean isHere() {
        return LOADED;
    }

    private static boolean load() {
        String temporary = System.getProperty(TEMPORARY);
        try {
            Path own = Files.createTempDirectory("lightgbm");
            System.setProperty(TEMPORARY, own.toString());
            LGBMBooster.loadNative();
            delete(own); // what is loaded stays mapped
            return LGBMBooster.isNativeLoaded() || missing("no library for this system");
        } catch (IOException | UnsatisfiedLinkError e) {
            return missing(String.valueOf(e.getMessage()));
        } finally {
            System.setProperty(TEMPORARY, temporary);
        }
    }

    private static boolean missing(String why) {
        log.warn(
                "LightGBM cannot be loaded, so windows come from the lane table. On Debian: apt install libgomp1. ({})",
                why);
        return false;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
