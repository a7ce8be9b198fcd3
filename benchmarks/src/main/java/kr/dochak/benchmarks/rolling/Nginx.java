package kr.dochak.benchmarks.rolling;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** nginx of this machine before two processes, with the blocks of docs/two-processes.md word for word but for the ports. */
final class Nginx implements AutoCloseable {

    private static final Pattern BLOCK = Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL);
    private static final String SITE = """
            daemon off;
            user root;
            worker_processes 2;
            pid %1$s/nginx.pid;
            error_log %1$s/nginx.log;
            events { worker_connections 4096; }
            http {
            access_log off;
            client_body_temp_path %1$s/body;
            proxy_temp_path %1$s/proxy;
            fastcgi_temp_path %1$s/fastcgi;
            uwsgi_temp_path %1$s/uwsgi;
            scgi_temp_path %1$s/scgi;
            %2$s
            server {
                listen 127.0.0.1:%3$d;
                proxy_http_version 1.1;
                proxy_set_header Connection "";
                proxy_set_header Host $host;
                proxy_set_header X-Forwarded-For $remote_addr;
                proxy_set_header X-Forwarded-Proto http;
                proxy_set_header X-Forwarded-Port $server_port;
                proxy_read_timeout 60s;
                %4$s
                location / {
                    proxy_pass http://dochak;
                }
                location ~ ^/(live|console/live)(/|$) {
                    proxy_buffering off;
                    proxy_read_timeout 1h;
                    proxy_pass http://dochak;
                }
            }
            }
            """;

    private final Process process;

    private Nginx(Process process) {
        this.process = process;
    }

    static Nginx start(Path folder, int port, int first, int second) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("docs/two-processes.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        if (blocks.size() != 2) {
            throw new IllegalStateException("docs/two-processes.md shows no set-up of nginx");
        }
        String upstream = blocks.getFirst()
                .replace("127.0.0.1:8080", "127.0.0.1:" + first)
                .replace("127.0.0.1:8090", "127.0.0.1:" + second);
        Path file = folder.resolve("nginx.conf");
        Files.writeString(file, SITE.formatted(folder, upstream, port, blocks.getLast()));
        Process process = new ProcessBuilder("nginx", "-p", folder.toString(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.resolve("nginx.out").toFile()))
                .start();
        while (!listens(port)) {
            if (!process.isAlive()) {
                throw new IllegalStateException(Files.readString(folder.resolve("nginx.out")));
            }
            Thread.sleep(50);
        }
        return new Nginx(process);
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
