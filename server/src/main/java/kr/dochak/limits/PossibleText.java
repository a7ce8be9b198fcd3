package kr.dochak.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import kr.dochak.shared.Problem;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses parameters that no page and no program of ours sends: with characters that cannot be, or a search that is longer
 * than anything one looks for. It reads the form, so whoever drips one is cut before a page waits for it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class PossibleText extends OncePerRequestFilter implements WebMvcConfigurer, HandlerInterceptor {

    /** The parameter in which every page takes what is searched for. */
    private static final String SEARCH = "q";

    private final int longestSearch;
    private final Refusals refusals;

    PossibleText(LimitSettings settings, Refusals refusals) {
        this.longestSearch = settings.search();
        this.refusals = refusals;
    }

    /** The form of an upload is in its body, which is read only once it is known who sends it. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Surface.isUpload(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Problem wrong = wrong(request.getParameterMap());
            if (wrong != null) {
                refusals.refuse(request, response, wrong);
                return;
            }
        } catch (InvalidParameterException unreadable) {
            HttpStatus status = HttpStatus.resolve(unreadable.getErrorCode());
            refusals.refuse(request, response, status == null ? HttpStatus.BAD_REQUEST : status);
            return;
        }
        chain.doFilter(request, response);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Problem wrong = Surface.isUpload(request) ? wrong(request.getParameterMap()) : null;
        if (wrong != null) {
            throw wrong;
        }
        return true;
    }

    private @Nullable Problem wrong(Map<String, String[]> parameters) {
        for (Map.Entry<String, String[]> each : parameters.entrySet()) {
            if (!Characters.arePossible(each.getKey())
                    || !Stream.of(each.getValue()).allMatch(Characters::arePossible)) {
                return Problem.badRequest("characters", "shared.problem.characters");
            }
            if (each.getKey().equals(SEARCH)
                    && Stream.of(each.getValue()).anyMatch(text -> text.length() > longestSearch)) {
                return Problem.badRequest("search", "shared.problem.search-long", longestSearch);
            }
        }
        return null;
    }
}
