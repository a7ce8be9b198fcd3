package kr.dochak;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A container is healthy once its server takes requests, and not while it starts, stops or is gone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HealthCheckTests {

    @Test
    void healthy_is_what_takes_requests() throws IOException {
        AtomicInteger status = new AtomicInteger(503);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(status.get(), -1);
            exchange.close();
        });
        server.start();
        URI readiness = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/actuator/health/readiness");
        assertThat(HealthCheck.isReady(readiness)).isFalse();
        status.set(200);
        assertThat(HealthCheck.isReady(readiness)).isTrue();
        server.stop(0);
        assertThat(HealthCheck.isReady(readiness)).isFalse();
    }
}
