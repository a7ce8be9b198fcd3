package kr.dochak.identity.doors;

import java.util.Set;
import kr.dochak.identity.ApiCaller.Scope;
import kr.dochak.identity.StaffMember.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * An address of a module and who may open it. An address is written as {@code /a/b}, {@code /a/*} for one name, or
 * {@code /a/**} for everything from there on. Where several doors fit, the most particular address decides, and among those
 * of one address the one that names the method.
 *
 * @param method the one method it is about; null for all of them
 */
public record Door(String address, @Nullable HttpMethod method, Guest guest) {

    /** Whom a door lets in. */
    public sealed interface Guest {

        /** Who is there needs no name; if anything is checked, the module checks it. */
        record Everybody() implements Guest {}

        /** Programs with a key of one of these kinds; an admin's key opens every door of keys. */
        record Keys(Set<Scope> scopes) implements Guest {}

        /** Staff who may do what one of these roles may; all staff when none is named. */
        record Staff(Set<Role> roles) implements Guest {}

        /** Customers who are logged in. */
        record Customers() implements Guest {}
    }

    /** A door for everybody. */
    public static Door toEverybody(String address) {
        return new Door(address, null, new Guest.Everybody());
    }

    /** A door of the API. */
    public static Door toKeys(String address, Scope... scopes) {
        return new Door(address, null, new Guest.Keys(Set.of(scopes)));
    }

    /** A door of the console. */
    public static Door toStaff(String address, Role... roles) {
        return new Door(address, null, new Guest.Staff(Set.of(roles)));
    }

    /** A door of the portal. */
    public static Door toCustomers(String address) {
        return new Door(address, null, new Guest.Customers());
    }

    /** The same door for one method only. */
    public Door on(HttpMethod only) {
        return new Door(address, only, guest);
    }

    @Override
    public String toString() {
        return (method == null ? "" : method + " ") + address + " to " + guest;
    }
}
