package kr.dochak.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import kr.dochak.api.ApiErrors;
import kr.dochak.shared.Words;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is shown when a request could not be answered at all: a page for people, RFC 9457 for programs.
 * It says what happened and what to do, and nothing of the inside.
 */
@Controller
class ErrorPage implements ErrorController {

    private final Frames frames;

    ErrorPage(Frames frames) {
        this.frames = frames;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        HttpStatus status = status(request);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/") || path.startsWith("/internal/") || path.startsWith("/hooks/")) {
            return problem(status, frames.words(request));
        }
        response.setStatus(status.value());
        return page(request, status, "");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, Words words) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, words.word(ApiErrors.detail(status)));
        body.setType(URI.create("/problems/" + ApiErrors.code(status)));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    /** The page for a status; {@code detail} stands in for the usual sentence when something better can be said. */
    ModelAndView page(HttpServletRequest request, HttpStatus status, String detail) {
        Words words = frames.words(request);
        String key = key(request, status);
        ModelAndView page = new ModelAndView("pages/error-page", status);
        page.addObject("frame", frames.of(request, "", key + ".title"));
        page.addObject("text", detail.isEmpty() ? words.word(key + ".text") : detail);
        page.addObject(
                "home",
                String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                                        .startsWith("/console")
                                || request.getRequestURI().startsWith("/console")
                        ? "/console"
                        : "/");
        return page;
    }

    private static String key(HttpServletRequest request, HttpStatus status) {
        if ("stale-form".equals(request.getAttribute(RequestDispatcher.ERROR_MESSAGE))) {
            return "shared.error.stale";
        }
        return switch (status) {
            case UNAUTHORIZED, FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, CONTENT_TOO_LARGE, TOO_MANY_REQUESTS, GONE ->
                "shared.error." + status.value();
            default -> status.is4xxClientError() ? "shared.error.400" : "shared.error.500";
        };
    }

    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
