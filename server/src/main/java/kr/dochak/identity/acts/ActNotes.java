package kr.dochak.identity.acts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kr.dochak.changes.Act;
import kr.dochak.changes.Actor;
import kr.dochak.changes.ChangeRow.Outcome;
import kr.dochak.changes.Changes;
import kr.dochak.identity.ApiCaller;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Frame;
import kr.dochak.pages.Tone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * The one place by which acts of staff come into the change log (ASR-5): every door of the console that changes something leaves a
 * row, and so does each that programs of staff use. An act that cannot be written down is not begun.
 */
@Component
class ActNotes implements WebMvcConfigurer, HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(ActNotes.class);
    /** After it is known of which mall the request is, and that it is no form of another. */
    private static final int LATE = 10;

    private static final String ENDED = ActNotes.class.getName() + ".ended";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Changes changes;

    ActNotes(Changes changes) {
        this.changes = changes;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/console/**", "/internal/**", "/api/v1/webhooks/**")
                // the time of a demo or a replay: no act of anybody, and hundreds of rows
                .excludePathPatterns("/internal/clock")
                .order(LATE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Actor by = actor(request);
        if (by == null || !(handler instanceof HandlerMethod)) {
            return true;
        }
        ActName name = name(request);
        Act act = Act.of(by, name.what(), name.kind(), name.object(), name.parts());
        if (READING.contains(request.getMethod())) {
            act.hold();
        } else {
            changes.begin(act);
        }
        return true;
    }

    /** Before the answer leaves, so that whoever reads it finds the row. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (response.getStatus() < 400) {
            open(request).ifPresent(act -> end(() -> changes.answered(act, outcome(request), reason(request))));
        }
    }

    /** What ended otherwise: refused, it was no act; failed, nobody knows. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        open(request).ifPresent(act -> {
            if (failure == null && response.getStatus() < 500) {
                end(() -> changes.refused(act));
            } else {
                end(() -> changes.answered(act, Outcome.UNSURE, reason(request)));
            }
        });
    }

    /** The act that began and has no end yet. */
    private static Optional<Act> open(HttpServletRequest request) {
        return READING.contains(request.getMethod()) || request.getAttribute(ENDED) != null
                ? Optional.empty()
                : Act.current().map(act -> {
                    request.setAttribute(ENDED, Boolean.TRUE);
                    return act;
                });
    }

    /** What is done is done: when its row cannot be written now, what began is still known and becomes one. */
    private static void end(Runnable writing) {
        try {
            writing.run();
        } catch (DataAccessException e) {
            log.warn("The end of an act could not be written down", e);
        }
    }

    private static Outcome outcome(HttpServletRequest request) {
        return RequestContextUtils.getOutputFlashMap(request).get("flash") instanceof Frame.Flash flash
                ? outcome(flash.tone())
                : Outcome.DONE;
    }

    private static Outcome outcome(Tone tone) {
        return switch (tone) {
            case LATE -> Outcome.NOT_DONE;
            case AT_RISK -> Outcome.CAUTION;
            case ON_TIME, SILENT, DONE, NEUTRAL -> Outcome.DONE;
        };
    }

    /** The words that a form asks a reason in; what leads to a person in them is hidden. */
    private static String reason(HttpServletRequest request) {
        String typed = request.getParameter("reason");
        return typed == null ? "" : typed;
    }

    @SuppressWarnings("unchecked")
    private static ActName name(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Object values = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        boolean undone = "delete".equalsIgnoreCase(request.getParameter("_method"));
        return ActName.of(
                undone ? "DELETE" : request.getMethod(),
                String.valueOf(pattern),
                values instanceof Map<?, ?> ? (Map<String, String>) values : Map.of());
    }

    private static @Nullable Actor actor(HttpServletRequest request) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        Actor by = switch (login == null ? null : login.getPrincipal()) {
            case StaffMember staff -> staff.actor();
            case ApiCaller caller -> new Actor(caller.tenantId(), null, "", "KEY_" + caller.scope(), "", null);
            case null, default -> null;
        };
        return by == null ? null : by.in(UUID.randomUUID(), request.getRemoteAddr());
    }
}
