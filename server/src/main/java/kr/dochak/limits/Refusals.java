package kr.dochak.limits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kr.dochak.api.ApiErrors;
import kr.dochak.api.BareHeaders;
import kr.dochak.api.ProblemWriter;
import kr.dochak.shared.Problem;
import kr.dochak.shared.ReaderWords;
import kr.dochak.shared.Words;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * How a request is refused before anything of it was done: programs get a problem (RFC 9457), people a page. The page is a
 * plain one: what is refused by the thousand must cost nothing, and the usual one would read the body first.
 */
@Component
class Refusals {

    private final ProblemWriter problems;
    private final ReaderWords reader;

    Refusals(ProblemWriter problems, ReaderWords reader) {
        this.problems = problems;
        this.reader = reader;
    }

    /** Refuses one of too many. */
    void later(HttpServletRequest request, HttpServletResponse response, HttpStatus status, int seconds)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Math.max(1, seconds)));
        refuse(request, response, status);
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status) throws IOException {
        refuse(request, response, ApiErrors.refusal(status));
    }

    /** Refuses in the problem's own words on the API, and in those of its status on a page. */
    void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (Surface.of(request).ofPrograms()) {
            problems.write(request, response, problem);
            return;
        }
        BareHeaders.set(request, response);
        Words words = reader.words(request);
        String key = key(problem.status());
        response.setStatus(problem.status());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("""
                <!doctype html><html lang="%s"><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
                <title>%2$s</title><h1>%2$s</h1><p>%3$s</p></html>
                """.formatted(
                        words.locale().getLanguage(),
                        HtmlUtils.htmlEscape(words.word(key + ".title")),
                        HtmlUtils.htmlEscape(words.word(key + ".text"))));
    }

    private static String key(int status) {
        return switch (status) {
            case 413 -> "shared.error.413";
            case 429, 503 -> "shared.error.429";
            default -> "shared.error.400";
        };
    }
}
