package kr.dochak.pages;

import jakarta.servlet.http.HttpServletRequest;
import kr.dochak.api.ApiErrors;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Problem;
import kr.dochak.shared.ReaderWords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** The one place where a refusal becomes a sentence on a page. The API has {@code ApiErrors}, which is asked first. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class PageErrors {

    private static final Logger log = LoggerFactory.getLogger(PageErrors.class);
    private static final String AFTER = "after";

    private final ErrorPage pages;
    private final ReaderWords reader;

    PageErrors(ErrorPage pages, ReaderWords reader) {
        this.pages = pages;
        this.reader = reader;
    }

    @ExceptionHandler
    ModelAndView on(Problem problem, HttpServletRequest request) {
        if (problem.code().equals(Cursor.UNREADABLE) && request.getParameter(AFTER) != null) {
            return new ModelAndView(beginning(request));
        }
        return pages.page(
                request, HttpStatus.valueOf(problem.status()), problem.detail().in(reader.words()));
    }

    /** As on the API: a value that the database cannot keep is a mistake in what was sent. */
    @ExceptionHandler
    ModelAndView on(DataIntegrityViolationException e, HttpServletRequest request) {
        if (!ApiErrors.isOfData(e)) {
            throw e;
        }
        log.warn("refused: no rule found what the database cannot keep", e);
        return pages.page(request, HttpStatus.BAD_REQUEST, "");
    }

    /** The same list from its first page, which a person with a broken link can use and a refusal cannot. */
    private static RedirectView beginning(HttpServletRequest request) {
        RedirectView view = new RedirectView(UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(AFTER)
                .build()
                .toUriString());
        view.setExpandUriTemplateVariables(false);
        return view;
    }
}
