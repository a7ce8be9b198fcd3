package kr.dochak.shared;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** The one place where a refusal becomes a sentence on a page. The API has {@code ApiErrors}, which is asked first. */
@ControllerAdvice(annotations = Controller.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class PageErrors {

    private final ErrorPages pages;
    private final ReaderWords reader;

    PageErrors(ErrorPages pages, ReaderWords reader) {
        this.pages = pages;
        this.reader = reader;
    }

    @ExceptionHandler
    ModelAndView on(Problem problem, HttpServletRequest request) {
        return pages.page(
                request, HttpStatus.valueOf(problem.status()), problem.detail().in(reader.words()));
    }
}
