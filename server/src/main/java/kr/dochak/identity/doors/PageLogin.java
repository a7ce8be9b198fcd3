package kr.dochak.identity.doors;

import kr.dochak.identity.sessions.SessionLogins;
import kr.dochak.identity.sessions.Sessions;
import kr.dochak.identity.sessions.WantedPage;
import kr.dochak.identity.vault.MasterKey;
import kr.dochak.shared.PublicUrl;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * Where one kind of person's login, wanted page and form tokens are; each kind under names of its own. All three are cookies: a
 * page read by a thousand programs must not make a thousand sessions.
 */
record PageLogin(SecurityContextRepository logins, WantedPage wanted, CsrfTokenRepository tokens) {

    static PageLogin staff(Sessions sessions, MasterKey master, PublicUrl url) {
        return new PageLogin(
                logins("STAFF_LOGIN", SessionLogins.staff(sessions, Authorities::of)),
                new WantedPage("staff-wanted", master),
                tokens("staff-form", url));
    }

    static PageLogin customers(Sessions sessions, MasterKey master, PublicUrl url) {
        return new PageLogin(
                logins("CUSTOMER_LOGIN", SessionLogins.customers(sessions, customer -> Authorities.ofCustomer())),
                new WantedPage("wanted", master),
                tokens("form", url));
    }

    static CsrfTokenRepository tokens(String name, PublicUrl url) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(url.cookie(name));
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                cookie -> cookie.sameSite("Lax").httpOnly(true).secure(url.isEncrypted()));
        return tokens;
    }

    private static SecurityContextRepository logins(String name, SecurityContextRepository rows) {
        return new DelegatingSecurityContextRepository(new RequestAttributeSecurityContextRepository(name), rows);
    }
}
