package kr.dochak.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns {@code Authorization: Bearer <key>} into an {@link ApiCaller}. A wrong key is refused even where none is needed. */
final class ApiKeyFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final ApiRefusals refusals;

    ApiKeyFilter(ApiKeys keys, ApiRefusals refusals) {
        this.keys = keys;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null) {
            var caller = header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? keys.callerWith(header.substring(BEARER.length()).strip())
                    : java.util.Optional.<ApiCaller>empty();
            if (caller.isEmpty()) {
                refusals.commence(request, response, new BadCredentialsException("unknown key"));
                return;
            }
            logIn(caller.get());
        }
        chain.doFilter(request, response);
    }

    private static void logIn(ApiCaller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(caller, null, Authorities.of(caller.scope())));
        SecurityContextHolder.setContext(context);
    }
}
