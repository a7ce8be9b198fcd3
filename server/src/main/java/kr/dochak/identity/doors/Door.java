package kr.dochak.identity.doors;

import java.util.Set;
import kr.dochak.identity.ApiCaller.Scope;
import kr.dochak.identity.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may open an address of a module, written as {@code /a/b}, {@code /a/*} for one name, or {@code /a/**} for
 * everything from there on. Where several doors fit, the most particular address decides, and among those of one
 * address the one that names the method.
 *
 * @param method the one method it is about; null for all of them
 */
public record Door(String address, @Nullable HttpMethod method, Guest guest) {

    /** Whom a door lets in. */
    public sealed interface Guest {

        /** Who is there needs no name; if anything is checked, the module checks it. */
        record Everybody() implements Guest {}

        /**
         * Programs with a key of one of these kinds. An admin's key opens every door of keys but those of one mall: it is of
         * no mall, so nothing it did there could belong to anybody.
         */
        record Keys(Set<Scope> scopes) implements Guest {

            boolean areOfOneMall() {
                return scopes.equals(Set.of(Scope.MALL));
            }
        }

        /** Staff with one of these rights; all staff when none is named. */
        record Staff(Set<Right> rights) implements Guest {}

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
    public static Door toStaff(String address, Right... rights) {
        return new Door(address, null, new Guest.Staff(Set.of(rights)));
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
