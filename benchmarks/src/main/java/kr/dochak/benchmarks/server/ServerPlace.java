package kr.dochak.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kr.dochak.benchmarks.Options;

/** Where a server of our own lives: program, data folder, ports. */
public record ServerPlace(
        Path java, List<String> jvmOptions, Path jar, Path data, int httpPort, int managementPort, int databasePort) {

    /** From {@code --server-jar --java --jvm --data --http-port --management-port --db-port}. */
    public static ServerPlace of(Options options, String data, int firstPort) {
        int http = options.number("http-port", firstPort);
        String jvm = options.text("jvm", "-Xmx1g");
        return new ServerPlace(
                options.path(
                        "java",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString()),
                List.of(jvm.split(" ")),
                options.path("server-jar", "server/target/dochak-server-0.1.0-exec.jar"),
                options.path("data", data),
                http,
                options.number("management-port", http + 1),
                options.number("db-port", http + 2));
    }

    public String url() {
        return "http://localhost:" + httpPort;
    }

    /** The embedded PostgreSQL, to read from; its passwords lie beside its files once the server has started. */
    public String databaseUrl() {
        return "jdbc:postgresql://localhost:" + databasePort + "/postgres?user=postgres&password=" + password();
    }

    private String password() {
        Path keys = data.resolve("database.keys");
        try {
            return !Files.exists(keys)
                    ? ""
                    : Files.readAllLines(keys).stream()
                            .filter(line -> line.startsWith("postgres="))
                            .map(line -> line.substring("postgres=".length()))
                            .findFirst()
                            .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path log() {
        return data.resolve("server.log");
    }
}
