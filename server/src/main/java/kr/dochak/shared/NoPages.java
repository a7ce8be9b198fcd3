package kr.dochak.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/** A process without the role {@code web} serves nobody, and says so; its health is told at the management port. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoPages extends OncePerRequestFilter {

    private final boolean closed;
    private final JsonMapper json;

    NoPages(Roles roles, JsonMapper json) {
        this.closed = !roles.has(Roles.Role.WEB);
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !closed;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        Problem problem = Problem.unavailable("이 서버는 페이지와 API를 맡지 않아요. 주소를 확인해 주세요.");
        response.setStatus(problem.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(ApiErrors.body(problem)));
    }
}
