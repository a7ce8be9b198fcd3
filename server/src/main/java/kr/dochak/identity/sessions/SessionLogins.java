package kr.dochak.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.StaffMember;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Where one kind of person's log-in is found again: by the token of a cookie among the rows of {@link Sessions}. A request
 * without the cookie asks nothing, and none makes a session before a log-in.
 *
 * @param <T> what such people are logged in as
 */
public final class SessionLogins<T> implements SecurityContextRepository {

    private static final int MOST_CHARACTERS = 64;

    private final BrowserCookie cookie;
    private final Sessions sessions;
    private final Kind<T> kind;

    /** What one kind of person is, does and may. */
    private record Kind<T>(
            Class<T> type,
            Function<String, Optional<SessionRepository.Found<T>>> find,
            Way usual,
            Begin<T> begin,
            Function<T, Collection<? extends GrantedAuthority>> granted) {}

    private interface Begin<T> {
        String begin(T holder, Sessions.Place from);
    }

    private SessionLogins(BrowserCookie cookie, Sessions sessions, Kind<T> kind) {
        this.cookie = cookie;
        this.sessions = sessions;
        this.kind = kind;
    }

    /** Those of staff; the browser is told to forget them when it is closed. */
    public static SessionLogins<StaffMember> staff(
            Sessions sessions, Function<StaffMember, Collection<? extends GrantedAuthority>> granted) {
        return new SessionLogins<>(
                new BrowserCookie("staff", "/", null),
                sessions,
                new Kind<>(StaffMember.class, sessions::ofStaff, Way.PASSWORD, sessions::begin, granted));
    }

    /** Those of customers. */
    public static SessionLogins<CustomerLogin> customers(
            Sessions sessions, Function<CustomerLogin, Collection<? extends GrantedAuthority>> granted) {
        return new SessionLogins<>(
                new BrowserCookie("login", "/", sessions.customersEnd()),
                sessions,
                new Kind<>(CustomerLogin.class, sessions::ofCustomer, Way.CODE, sessions::begin, granted));
    }

    private Optional<String> token(HttpServletRequest request) {
        return cookie.of(request).filter(token -> token.length() <= MOST_CHARACTERS);
    }

    private @Nullable Authentication login(HttpServletRequest request) {
        return token(request).flatMap(kind.find()).map(this::login).orElse(null);
    }

    private Authentication login(SessionRepository.Found<T> session) {
        sessions.used(session);
        var login = UsernamePasswordAuthenticationToken.authenticated(
                session.holder(), null, kind.granted().apply(session.holder()));
        login.setDetails(session.details());
        return login;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {

            private @Nullable SecurityContext context;
            private boolean none;

            @Override
            public SecurityContext get() {
                SecurityContext known = context;
                if (known == null) {
                    known = SecurityContextHolder.createEmptyContext();
                    Authentication login = login(request);
                    none = login == null;
                    known.setAuthentication(login);
                    context = known;
                }
                return known;
            }

            @Override
            public boolean isGenerated() {
                get();
                return none;
            }
        };
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder both) {
        return loadDeferredContext(both.getRequest()).get();
    }

    /** A log-in always gets a token of its own, and the one that the browser had ends: nobody can prepare one for somebody. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication login = context.getAuthentication();
        Optional<String> before = token(request);
        before.ifPresent(sessions::end);
        if (login == null || login instanceof AnonymousAuthenticationToken) {
            before.ifPresent(none -> cookie.end(request, response));
        } else {
            String agent = request.getHeader(HttpHeaders.USER_AGENT);
            Proof shown = login.getDetails() instanceof Proof proof ? proof : new Proof(kind.usual());
            var from = new Sessions.Place(request.getRemoteAddr(), BrowserName.of(agent), shown);
            cookie.set(
                    kind.begin().begin(Objects.requireNonNull(kind.type().cast(login.getPrincipal())), from),
                    request,
                    response);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return token(request).flatMap(kind.find()).isPresent();
    }
}
