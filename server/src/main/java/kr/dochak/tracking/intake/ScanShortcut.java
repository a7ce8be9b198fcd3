package kr.dochak.tracking.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kr.dochak.api.ProblemWriter;
import kr.dochak.identity.ApiCaller;
import kr.dochak.identity.doors.ApiCallers;
import kr.dochak.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The short way for almost every request with scans: a good key, and nothing but good scans. Carriers send scans one by one
 * by the thousand a second, and the long way (security, routing, a tree of the body) costs several times what a scan costs.
 *
 * <p>Every other request goes the long way untouched, so there is one place that refuses and explains. Only what cannot be
 * taken now is refused here at once, in that place's words, instead of being tried twice.
 */
final class ScanShortcut extends HttpFilter {

    private static final int LONGEST_BODY = 512 * 1024;

    private final transient ApiCallers callers;
    private final transient ScanTaking taking;
    private final transient JsonMapper json;
    private final transient ProblemWriter problems;
    private final transient PushedBodies bodies;

    ScanShortcut(ApiCallers callers, ScanTaking taking, JsonMapper json, ProblemWriter problems, PushedBodies bodies) {
        this.callers = callers;
        this.taking = taking;
        this.json = json;
        this.problems = problems;
        this.bodies = bodies;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<ApiCaller> caller = isShort(request) ? callers.of(request) : Optional.empty();
        if (caller.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readAllBytes();
        Optional<ResponseEntity<Object>> taken;
        try {
            taken = taken(body, caller.get());
        } catch (Problem busy) {
            problems.write(request, response, busy);
            return;
        }
        if (taken.isPresent()) {
            bodies.store(body, caller.get().tenantId().value(), null);
            answer(response, taken.get());
        } else {
            chain.doFilter(new Unread(request, body), response);
        }
    }

    private static boolean isShort(HttpServletRequest request) {
        String type = request.getContentType();
        return request.getMethod().equals("POST")
                && request.getContentLength() > 0
                && request.getContentLength() <= LONGEST_BODY
                && type != null
                && type.regionMatches(true, 0, MediaType.APPLICATION_JSON_VALUE, 0, 16);
    }

    private Optional<ResponseEntity<Object>> taken(byte[] body, ApiCaller caller) {
        try {
            List<@Nullable ScanRequest> scans = body[0] == '['
                    ? Arrays.asList(json.readValue(body, ScanRequest[].class))
                    : Collections.singletonList(json.readValue(body, ScanRequest.class));
            return taking.takeGood(scans, Reporter.of(caller));
        } catch (JacksonException notThis) {
            return Optional.empty(); // the long way says what is wrong with it
        }
    }

    private void answer(HttpServletResponse response, ResponseEntity<Object> taken) throws IOException {
        response.setStatus(taken.getStatusCode().value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        byte[] body = json.writeValueAsBytes(taken.getBody());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** The request as it came, to be read once more. */
    private static final class Unread extends HttpServletRequestWrapper {

        private final byte[] body;

        private Unread(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public int read(byte[] into, int from, int length) {
                    return bytes.read(into, from, length);
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("read at once");
                }
            };
        }
    }
}
