package kr.dochak.identity.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Notes what a chain of filters, or the module behind it, refused: by the status of the answer, so that nobody forgets to. */
public final class RefusalNotes extends OncePerRequestFilter {

    /** Says of a request why it was refused, where the status alone does not. */
    public static final String KIND = RefusalNotes.class.getName();

    private static final Predicate<String> WORD =
            Pattern.compile("[a-z.-]{1,30}|v\\d").asMatchPredicate();

    private final SecurityLog log;

    public RefusalNotes(SecurityLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (response.getStatus() >= 400) {
            Authentication login = SecurityContextHolder.getContext().getAuthentication();
            Who who = Who.of(login == null ? null : login.getPrincipal());
            kind(request, response.getStatus(), who)
                    .ifPresent(kind -> log.note(kind, Outcome.REFUSED, who, request.getRemoteAddr(), detail(request)));
        }
    }

    private static Optional<Kind> kind(HttpServletRequest request, int status, Who who) {
        String path = request.getRequestURI();
        boolean hook = path.startsWith("/hooks/") || path.startsWith("/api/v1/carriers/");
        boolean api = path.startsWith("/api/") || path.startsWith("/internal/");
        boolean known = who.staffId() != null || who.personId() != null;
        return switch (status) {
            case 401 -> hook ? Optional.of(Kind.HOOK) : api ? Optional.of(Kind.API_KEY) : Optional.empty();
            case 403 ->
                Optional.of(request.getAttribute(KIND) instanceof Kind named ? named : hook ? Kind.HOOK : Kind.ROLE);
            case 404 -> known && !api ? Optional.of(Kind.FOREIGN) : Optional.empty();
            case 410 -> path.startsWith("/t/") ? Optional.of(Kind.LINK) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The pattern of the address, or its first plain words: what else stands in it may be a secret. */
    private static String detail(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        String address = pattern == null
                ? Arrays.stream(request.getRequestURI().split("/"))
                        .skip(1)
                        .limit(3)
                        .takeWhile(WORD)
                        .collect(Collectors.joining("/", "/", ""))
                : pattern.toString();
        return request.getMethod() + " " + address;
    }
}
