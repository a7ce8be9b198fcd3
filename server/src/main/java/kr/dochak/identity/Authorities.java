package kr.dochak.identity;

import java.util.ArrayList;
import java.util.List;
import kr.dochak.identity.StaffMember.Role;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What each kind of caller is granted. The three kinds share no authority, so that none can stand in for another. */
final class Authorities {

    static final String STAFF = "STAFF";
    static final String CUSTOMER = "CUSTOMER";

    private Authorities() {}

    static List<GrantedAuthority> of(StaffMember member) {
        List<GrantedAuthority> granted = new ArrayList<>(AuthorityUtils.createAuthorityList("ROLE_" + STAFF));
        for (Role role : Role.values()) {
            if (member.may(role)) {
                granted.add(new SimpleGrantedAuthority("ROLE_" + role));
            }
        }
        return granted;
    }

    static List<GrantedAuthority> ofCustomer() {
        return AuthorityUtils.createAuthorityList("ROLE_" + CUSTOMER);
    }

    static List<GrantedAuthority> of(ApiCaller.Scope scope) {
        return AuthorityUtils.createAuthorityList(key(scope));
    }

    static String key(ApiCaller.Scope scope) {
        return "KEY_" + scope;
    }
}
