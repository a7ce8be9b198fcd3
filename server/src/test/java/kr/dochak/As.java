package kr.dochak;

import java.util.List;
import java.util.Locale;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.doors.LoginFixture;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who sends a request in a test with MockMvc: {@code mvc.perform(get("/console").with(As.staff(jdbc, LEAD)))}. */
public final class As {

    private static final List<String> CHAINS = List.of(
            "STAFF_LOGIN", "CUSTOMER_LOGIN", RequestAttributeSecurityContextRepository.DEFAULT_REQUEST_ATTR_NAME);

    private As() {}

    /** A customer of a mall. */
    public static RequestPostProcessor customer(PersonId personId, MallId tenantId) {
        return login(LoginFixture.of(new CustomerLogin(personId, tenantId, "ko")));
    }

    /** A customer of a mall who confirmed a phone or an e-mail ({@code People.contact}). */
    public static RequestPostProcessor customer(PersonId personId, MallId tenantId, @Nullable String contact) {
        return login(LoginFixture.of(new CustomerLogin(personId, tenantId, "ko", contact)));
    }

    /** The demo member of 무지개상회 with this role; its administrator also looks after what all malls share. */
    public static RequestPostProcessor staff(JdbcClient jdbc, StaffMember.Role role) {
        return login(LoginFixture.staff(jdbc, role.name().toLowerCase(Locale.ROOT) + "@dochak.example"));
    }

    /** Logged in for this one request, as every chain of filters finds it; no row says so. */
    private static RequestPostProcessor login(Authentication login) {
        return request -> {
            for (String chain : CHAINS) {
                request.setAttribute(chain, new SecurityContextImpl(login));
            }
            return request;
        };
    }

    /** The demo member of 한강마트 with this role. */
    public static RequestPostProcessor hangang(JdbcClient jdbc, StaffMember.Role role) {
        return login(LoginFixture.staff(jdbc, role.name().toLowerCase(Locale.ROOT) + ".hangang@dochak.example"));
    }

    /** A system with one of {@link TestKeys}. */
    public static RequestPostProcessor key(String key) {
        return request -> {
            request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
            return request;
        };
    }
}
