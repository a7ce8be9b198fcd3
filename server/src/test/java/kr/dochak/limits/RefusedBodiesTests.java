package kr.dochak.limits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import kr.dochak.ProductTest;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.Environment;

/** M8: what is refused by its head alone. Of each body only the head is sent, so an answer proves that nothing was waited for. */
@ProductTest
class RefusedBodiesTests {

    @Autowired
    private Environment environment;

    @Autowired
    private ServletWebServerApplicationContext context;

    @Autowired
    private MultipartConfigElement uploads;

    private String answer(String head) throws IOException {
        int port = environment.getRequiredProperty("local.server.port", Integer.class);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(8_000);
            socket.getOutputStream().write(head.getBytes(UTF_8));
            socket.getOutputStream().flush();
            byte[] bytes = new byte[12_000];
            int read = socket.getInputStream().readNBytes(bytes, 0, 12);
            read += Math.max(0, socket.getInputStream().read(bytes, 12, bytes.length - 12));
            return new String(bytes, 0, read, UTF_8);
        }
    }

    private String post(String path, String type, long length) throws IOException {
        String size = length < 0 ? "Transfer-Encoding: chunked" : "Content-Length: " + length;
        return answer("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Type: " + type
                + "\r\n" + size + "\r\n\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/login, 40000000",
        "/hooks/nhn/sms, 40000000",
        "/t/token/messages, 1000",
        "/console/login, -1",
        "/api/v1/orders, 40000000",
        "/api/v1/scans, -1",
        "/console/orders/1/reveal, 1000",
        "/console/imports/, 1000",
        "/console/%69mports, 1000",
    })
    void M8_files_are_taken_nowhere_but_where_files_are_read(String path, long length) throws Exception {
        assertThat(post(path, "Multipart/form-data; boundary=x", length)).startsWith("HTTP/1.1 415");
    }

    @ParameterizedTest
    @CsvSource({"/console/imports, 302", "/console/imports/look, 302", "/api/v1/orders/import, 401"})
    void M8_and_there_not_from_strangers(String path, int status) throws Exception {
        assertThat(post(path, "multipart/form-data; boundary=x", 40_000_000)).startsWith("HTTP/1.1 " + status);
    }

    @ParameterizedTest
    @CsvSource({
        "/login, application/x-www-form-urlencoded, 300000",
        "/console/login, application/x-www-form-urlencoded, 300000",
        "/console/login, application/octet-stream, 300000",
        "/t/token/messages, application/x-www-form-urlencoded, 300000",
        "/hooks/nhn/sms, application/json, 1100000",
        "/hooks/tracker-delivery/secret, application/json, 1100000",
        "/api/v1/orders, application/json, 8400000",
        "/internal/clock, application/json, 8400000",
        "/api/v1/orders/import, multipart/form-data; boundary=x, 70000000",
    })
    void M8_a_body_larger_than_any_of_its_kind_is_refused_before_it_is_read(String path, String type, long length)
            throws Exception {
        assertThat(post(path, type, length)).startsWith("HTTP/1.1 413");
    }

    @Test
    void a_person_gets_a_page_and_a_program_a_problem() throws Exception {
        assertThat(post("/login", "application/x-www-form-urlencoded", 300_000))
                .contains("너무 커서 받지 못했어요", "Content-Security-Policy");
        assertThat(post("/hooks/nhn/sms", "application/json", 1_100_000))
                .contains("application/problem+json", "/problems/too-large");
    }

    @Test
    void M8_the_public_port_is_timed_as_the_settings_say() {
        Connector connector = ((TomcatWebServer) java.util.Objects.requireNonNull(context.getWebServer()))
                .getTomcat()
                .getConnector();
        TimedHttp http = (TimedHttp) connector.getProtocolHandler();
        assertThat(http.pace().header()).hasSeconds(10);
        assertThat(http.pace().bytesASecond()).isEqualTo(4_096);
        assertThat(http.getConnectionTimeout()).isEqualTo(10_000);
        assertThat(http.getConnectionUploadTimeout()).isEqualTo(10_000);
        assertThat(http.getDisableUploadTimeout()).isFalse();
        assertThat(connector.getMaxPostSize()).isEqualTo(256 * 1024);
        assertThat(connector.getMaxParameterCount()).isEqualTo(300);
    }

    @Test
    void M8_files_lie_beside_the_data_while_they_are_uploaded() {
        assertThat(Path.of(uploads.getLocation()))
                .startsWith(Path.of(environment.getRequiredProperty("dochak.data"), "work")
                        .toAbsolutePath())
                .isDirectory();
    }
}
