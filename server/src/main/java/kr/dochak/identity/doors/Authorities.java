package kr.dochak.identity.doors;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.identity.ApiCaller;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
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
        for (Right right : Right.values()) {
            if (member.may(right)) {
                granted.add(new SimpleGrantedAuthority(key(right)));
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

    /** Any one of these opens a door for such a guest; none is needed where everybody may come. */
    static List<String> of(Door.Guest guest) {
        return switch (guest) {
            case Door.Guest.Everybody everybody -> List.of();
            case Door.Guest.Keys keys ->
                keys.areOfOneMall()
                        ? List.of(key(ApiCaller.Scope.MALL))
                        : Stream.concat(keys.scopes().stream(), Stream.of(ApiCaller.Scope.ADMIN))
                                .distinct()
                                .map(Authorities::key)
                                .toList();
            case Door.Guest.Staff staff when staff.rights().isEmpty() -> List.of("ROLE_" + STAFF);
            case Door.Guest.Staff staff ->
                staff.rights().stream().map(Authorities::key).toList();
            case Door.Guest.Customers customers -> List.of("ROLE_" + CUSTOMER);
        };
    }

    private static String key(Right right) {
        return "RIGHT_" + right;
    }

    static String key(ApiCaller.Scope scope) {
        return "KEY_" + scope;
    }
}
