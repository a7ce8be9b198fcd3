package kr.dochak.identity.doors;

import java.util.Set;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.MallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Logins as the chains would have made them; used through {@code kr.dochak.As}. */
public final class LoginFixture {

    private LoginFixture() {}

    public static Authentication of(CustomerLogin customer) {
        return UsernamePasswordAuthenticationToken.authenticated(customer, null, Authorities.ofCustomer());
    }

    public static Authentication staff(JdbcClient jdbc, String email, StaffMember.Role role) {
        StaffMember member = jdbc.sql("select id, tenant_id, name from identity.staff where email = :email")
                .param("email", email)
                .query((row, index) -> new StaffMember(
                        row.getLong("id"), new MallId(row.getLong("tenant_id")), row.getString("name"), Set.of(role)))
                .single();
        return UsernamePasswordAuthenticationToken.authenticated(member, null, Authorities.of(member));
    }
}
