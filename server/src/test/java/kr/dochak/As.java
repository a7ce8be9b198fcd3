package kr.dochak;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.Locale;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.doors.LoginFixture;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who sends a request in a test with MockMvc: {@code mvc.perform(get("/console").with(As.staff(jdbc, LEAD)))}. */
public final class As {

    private As() {}

    /** A customer of a mall. */
    public static RequestPostProcessor customer(PersonId personId, MallId tenantId) {
        return authentication(LoginFixture.of(new CustomerLogin(personId, tenantId, "ko")));
    }

    /** The demo member of 무지개상회 with this role. */
    public static RequestPostProcessor staff(JdbcClient jdbc, StaffMember.Role role) {
        return authentication(LoginFixture.staff(jdbc, role.name().toLowerCase(Locale.ROOT) + "@dochak.example", role));
    }

    /** A system with one of {@link TestKeys}. */
    public static RequestPostProcessor key(String key) {
        return request -> {
            request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + key);
            return request;
        };
    }
}
