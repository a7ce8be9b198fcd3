package kr.dochak.identity.doors;

import java.util.List;
import java.util.Map;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.StaffFixture;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.PublicUrl;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.util.ReflectionTestUtils;

/** Logins as the chains would have made them; used through {@code kr.dochak.As}. */
public final class LoginFixture {

    private LoginFixture() {}

    /** Form tokens as the product keeps them: {@code csrf()} of tests with MockMvc exchanges their place in the shared application. */
    public static void formTokensInCookies(ApplicationContext context) {
        PublicUrl url = context.getBean(PublicUrl.class);
        Map.of("console", "staff-form", "portal", "form")
                .forEach((chain, name) -> context.getBean(chain, SecurityFilterChain.class).getFilters().stream()
                        .filter(CsrfFilter.class::isInstance)
                        .forEach(filter ->
                                ReflectionTestUtils.setField(filter, "tokenRepository", PageLogin.tokens(name, url))));
    }

    public static Authentication of(CustomerLogin customer) {
        return UsernamePasswordAuthenticationToken.authenticated(customer, null, Authorities.ofCustomer());
    }

    public static Authentication staff(JdbcClient jdbc, String email) {
        StaffMember member = StaffFixture.of(jdbc, email);
        return UsernamePasswordAuthenticationToken.authenticated(member, null, Authorities.of(member));
    }

    /** Whether who is logged in may send a form there. */
    public static boolean maySend(DoorTable doors, String path, Authentication login) {
        List<String> granted = login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        return doors.of(DoorTable.Surface.CONSOLE).stream()
                .filter(door -> door.method() == null || door.method().equals(HttpMethod.POST))
                .filter(door -> DoorAddress.of(door.address()).covers(DoorAddress.of(path)))
                .findFirst()
                .filter(door -> door.guest() instanceof Door.Guest.Everybody
                        || Authorities.of(door.guest()).stream().anyMatch(granted::contains))
                .isPresent();
    }
}
