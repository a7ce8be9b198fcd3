package kr.dochak.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Files of a moment, imported orders among them, lie beside the data and not in {@code /tmp}: nobody else may read them, and
 * what a killed process left is gone at the next start.
 */
@Component
public final class WorkFolder {

    private static final Logger log = LoggerFactory.getLogger(WorkFolder.class);

    private final Path all;
    private final Path folder;

    WorkFolder(DatabaseSettings settings) {
        this.all = settings.data().toAbsolutePath().normalize().resolve("work");
        this.folder = all.resolve(Long.toString(ProcessHandle.current().pid()));
        clear();
    }

    /** An empty file of its own name. */
    public Path file(String prefix, String suffix) throws IOException {
        OwnFiles.folder(all);
        return OwnFiles.temporary(folder, prefix, suffix);
    }

    /** The folder itself, there from now on. */
    public Path folder() {
        try {
            OwnFiles.folder(all);
            return OwnFiles.folder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each process has a folder named by its number; those of processes that are no more are left-overs, and so is our own. */
    private void clear() {
        if (!Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> left = Files.list(all)) {
            for (Path each : left.filter(this::isLeftOver).toList()) {
                OwnFiles.remove(each);
            }
        } catch (IOException e) {
            log.warn("files that an earlier process left could not be removed from {}", all, e);
        }
    }

    private boolean isLeftOver(Path each) {
        String name = each.getFileName().toString();
        boolean runs = name.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(name)).isPresent();
        return !runs || each.equals(folder);
    }
}
