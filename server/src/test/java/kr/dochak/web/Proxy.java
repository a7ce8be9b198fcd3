package kr.dochak.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** nginx or Caddy of this machine, set up by docs/behind-tls.md word for word but for ports, certificate and waits. */
final class Proxy implements AutoCloseable {

    static final String HOST = "shop.example.com";

    private static final Path MANUAL = Path.of("../docs/behind-tls.md");

    /** How long a slow sender is waited for in the test. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Process process;
    private final int port;
    private final int plainPort;
    private final Path certificate;

    private Proxy(Process process, int port, int plainPort, Path certificate) {
        this.process = process;
        this.port = port;
        this.plainPort = plainPort;
        this.certificate = certificate;
    }

    static Proxy nginx(Path folder, int server) throws IOException {
        int port = freePort();
        int plainPort = freePort();
        Path certificate = certificate(folder);
        String site = set(
                block("nginx"),
                Map.of(
                        "listen 443 ", "listen 127.0.0.1:" + port + " ",
                        "listen 80 ", "listen 127.0.0.1:" + plainPort + " ",
                        "/var/log/nginx/error.log", folder + "/site.log",
                        "127.0.0.1:8080", "127.0.0.1:" + server,
                        "/etc/ssl/shop.example.com", folder.toString(),
                        "_timeout 10s;", "_timeout " + PATIENCE.toSeconds() + "s;"));
        Path file = folder.resolve("nginx.conf");
        Files.writeString(file, """
                daemon off;
                user root;
                pid %1$s/nginx.pid;
                error_log %1$s/nginx.log;
                events {}
                http {
                access_log off;
                client_body_temp_path %1$s/body;
                proxy_temp_path %1$s/proxy;
                fastcgi_temp_path %1$s/fastcgi;
                uwsgi_temp_path %1$s/uwsgi;
                scgi_temp_path %1$s/scgi;
                %2$s
                }
                """.formatted(folder, site));
        return start(folder, port, plainPort, certificate, "nginx", "-p", folder.toString(), "-c", file.toString());
    }

    static Proxy caddy(Path folder, int server) throws IOException {
        int port = freePort();
        int plainPort = freePort();
        Path certificate = certificate(folder);
        String all = set(
                block("caddy"),
                Map.of(
                        "    servers {",
                                "    admin off\n    http_port " + plainPort + "\n    https_port " + port
                                        + "\n    servers {",
                        "127.0.0.1:8080", "127.0.0.1:" + server,
                        "/etc/ssl/shop.example.com", folder.toString(),
                        "read_header 10s", "read_header " + PATIENCE.toSeconds() + "s",
                        "read_body 60s", "read_body " + PATIENCE.toSeconds() + "s"));
        Path file = folder.resolve("Caddyfile");
        Files.writeString(file, all);
        return start(
                folder,
                port,
                plainPort,
                certificate,
                "caddy",
                "run",
                "--adapter",
                "caddyfile",
                "--config",
                file.toString());
    }

    /** The one block of the manual in this language. */
    private static String block(String language) throws IOException {
        Matcher blocks =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(MANUAL));
        if (!blocks.find()) {
            throw new IllegalStateException("no block of " + language + " in " + MANUAL);
        }
        return blocks.group(1);
    }

    /** What a test must change; a thing that is not there any more would be tested no more. */
    private static String set(String text, Map<String, String> changes) {
        String changed = text;
        for (Map.Entry<String, String> each : changes.entrySet()) {
            if (!changed.contains(each.getKey())) {
                throw new IllegalStateException("the manual says no more: " + each.getKey());
            }
            changed = changed.replace(each.getKey(), each.getValue());
        }
        return changed;
    }

    private static Path certificate(Path folder) throws IOException {
        Path certificate = folder.resolve("fullchain.pem");
        List<String> command = List.of(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=" + HOST,
                "-addext",
                "subjectAltName=DNS:" + HOST,
                "-keyout",
                folder.resolve("privkey.pem").toString(),
                "-out",
                certificate.toString());
        run(command);
        return certificate;
    }

    private static Proxy start(Path folder, int port, int plainPort, Path certificate, String... command)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command[0] + ".out").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        Process process = start(builder, command[0]);
        Proxy proxy = new Proxy(process, port, plainPort, certificate);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve(command[0] + ".out")));
            }
            return proxy.listens();
        });
        return proxy;
    }

    private static Process start(ProcessBuilder builder, String name) {
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new IllegalStateException("no " + name + " here: apt-get install " + name, missing);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    String url() {
        return "https://" + HOST + ":" + port;
    }

    /** Where it listens without TLS. */
    String plainUrl() {
        return "http://" + HOST + ":" + plainPort;
    }

    int port() {
        return port;
    }

    Path certificate() {
        return certificate;
    }

    /** Headers and body of what a visitor with this address gets. */
    String ask(String visitor, String path, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "-s",
                "-S",
                "-i",
                "--noproxy",
                "*",
                "--max-time",
                "20",
                "--interface",
                visitor,
                "--cacert",
                certificate.toString(),
                "--resolve",
                HOST + ":" + port + ":127.0.0.1",
                "--resolve",
                HOST + ":" + plainPort + ":127.0.0.1"));
        command.addAll(Arrays.asList(more));
        command.add(path.startsWith("http") ? path : url() + path);
        return run(command);
    }

    static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
