package kr.dochak.identity.doors;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** All doors of all modules, in an order that does not depend on who brought them. */
@Component
public class DoorTable {

    private final List<Door> doors;
    /** Those that a page is opened by. Their addresses are taken apart once, since each frame asks about twenty of them. */
    private final List<Placed> pages;

    private record Placed(DoorAddress address, Door door) {}

    DoorTable(ObjectProvider<DoorPlan> plans) {
        this.doors =
                ordered(plans.stream().flatMap(plan -> plan.doors().stream()).toList());
        this.pages = doors.stream()
                .filter(door -> door.method() == null || door.method().equals(HttpMethod.GET))
                .map(door -> new Placed(DoorAddress.of(door.address()), door))
                .toList();
    }

    /** Whether who is logged in may open the page at this path. */
    public boolean isOpen(String path, Authentication login) {
        DoorAddress wanted = DoorAddress.of(path);
        List<String> granted = login.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        return pages.stream()
                .filter(placed -> placed.address().covers(wanted))
                .findFirst()
                .map(Placed::door)
                .filter(door -> door.guest() instanceof Door.Guest.Everybody
                        || Authorities.of(door.guest()).stream().anyMatch(granted::contains))
                .isPresent();
    }

    /** The doors of one part of the house, the one that decides before those it is taken out of. */
    List<Door> of(Surface surface) {
        return doors.stream().filter(door -> surface.has(door.address())).toList();
    }

    /** The parts of the house, each with a chain of filters of its own. */
    enum Surface {
        API(address -> address.startsWith("/api/") || address.startsWith("/internal/")),
        HOOKS(address -> address.startsWith("/hooks/")),
        CONSOLE(address -> address.equals("/console") || address.startsWith("/console/")),
        PORTAL(address -> !API.has(address) && !HOOKS.has(address) && !CONSOLE.has(address));

        private final Predicate<String> addresses;

        Surface(Predicate<String> addresses) {
            this.addresses = addresses;
        }

        boolean has(String address) {
            return addresses.test(address);
        }
    }

    /** The most particular first, whatever order they came in; doors that contradict each other stop the start. */
    static List<Door> ordered(Collection<Door> doors) {
        doors.forEach(DoorTable::mustFit);
        List<Door> all = doors.stream()
                .distinct()
                .sorted(Comparator.<Door>comparingInt(
                                door -> -DoorAddress.of(door.address()).particular())
                        .thenComparing(door -> door.method() == null)
                        .thenComparing(Door::address)
                        .thenComparing(Door::toString))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            for (Door other : all.subList(i + 1, all.size())) {
                mustAgree(all.get(i), other);
            }
        }
        return all;
    }

    private static void mustFit(Door door) {
        DoorAddress.of(door.address());
        boolean fits = switch (door.guest()) {
            case Door.Guest.Everybody everybody -> true;
            case Door.Guest.Keys keys -> Surface.API.has(door.address());
            case Door.Guest.Staff staff -> Surface.CONSOLE.has(door.address());
            case Door.Guest.Customers customers -> Surface.PORTAL.has(door.address());
        };
        if (!fits) {
            throw new IllegalStateException(
                    "This door is in a part of the house where nobody like that comes: " + door);
        }
    }

    /** Two doors contradict when one request fits both, neither is the more particular, and they let in others. */
    private static void mustAgree(Door one, Door other) {
        if (one.guest().equals(other.guest())
                || one.method() != null
                        && other.method() != null
                        && !one.method().equals(other.method())) {
            return;
        }
        DoorAddress first = DoorAddress.of(one.address());
        DoorAddress second = DoorAddress.of(other.address());
        boolean same = first.equals(second);
        boolean undecided = same
                ? (one.method() == null) == (other.method() == null)
                : first.meets(second) && !first.covers(second) && !second.covers(first);
        if (undecided) {
            throw new IllegalStateException(
                    "Two doors contradict each other, and neither is the more particular: " + one + "; " + other);
        }
    }
}
