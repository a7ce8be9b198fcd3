package kr.dochak.benchmarks.kill;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What is hurt while the server works. */
enum Victim {
    /** Its process is killed and started again by whoever runs the test. */
    SERVER("server killed") {
        @Override
        void hurt(Path data) {
            throw new UnsupportedOperationException("whoever started it kills it");
        }
    },

    /** The database's first process is killed; the server finds out and starts it again. */
    POSTGRES("PostgreSQL killed") {
        @Override
        void hurt(Path data) throws IOException {
            String pid = Files.readAllLines(data.resolve("postgres").resolve("postmaster.pid"))
                    .getFirst();
            ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
        }
    },

    /** Not a byte is left for some seconds; nobody starts anything again. */
    DISK("disk filled up") {
        @Override
        void hurt(Path data) throws IOException, InterruptedException {
            FileStore disk = Files.getFileStore(data);
            if (disk.getUsableSpace() > MOST_TO_FILL) {
                throw new IllegalArgumentException(
                        "--data must lie on a small file system of its own, for instance: mount -t tmpfs -o size=3g none FOLDER");
            }
            Path ballast = data.resolve("ballast");
            try {
                long end = System.nanoTime() + FULL.toNanos();
                while (System.nanoTime() < end) {
                    fill(ballast);
                    Thread.sleep(100);
                }
            } finally {
                Files.deleteIfExists(ballast);
            }
        }
    };

    private static final long MOST_TO_FILL = 8L << 30;
    private static final Duration FULL = Duration.ofSeconds(10);

    private final String deed;

    Victim(String deed) {
        this.deed = deed;
    }

    abstract void hurt(Path data) throws IOException, InterruptedException;

    String deed() {
        return deed;
    }

    private static void fill(Path ballast) throws IOException {
        byte[] stones = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(
                ballast, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND)) {
            while (true) {
                out.write(stones);
            }
        } catch (IOException full) {
            // that is the point
        }
    }
}
