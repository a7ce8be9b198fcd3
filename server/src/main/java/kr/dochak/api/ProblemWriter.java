package kr.dochak.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import kr.dochak.shared.Problem;
import kr.dochak.shared.ReaderWords;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal where no controller was asked yet, in the words and the form of all others (RFC 9457). */
@Component
public class ProblemWriter {

    private final JsonMapper json;
    private final ReaderWords reader;

    public ProblemWriter(JsonMapper json, ReaderWords reader) {
        this.json = json;
        this.reader = reader;
    }

    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        BareHeaders.set(request, response);
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, ApiErrors.AGAIN_AFTER_SECONDS);
        }
        response.getOutputStream().write(json.writeValueAsBytes(ApiErrors.body(problem, reader.words(request))));
    }
}
