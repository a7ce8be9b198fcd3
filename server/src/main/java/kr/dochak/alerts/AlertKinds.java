package kr.dochak.alerts;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.identity.StaffMember;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The kinds that the modules of this house bring. */
@Component
public class AlertKinds {

    private final SingletonSupplier<List<AlertKind>> kinds;

    /** The modules that bring kinds may need this bean, so they are asked for with the first look. */
    AlertKinds(ObjectProvider<AlertKind> kinds) {
        this.kinds = SingletonSupplier.of(() -> kinds.stream()
                .sorted(Comparator.comparing(AlertKind::severity).reversed().thenComparing(AlertKind::key))
                .toList());
    }

    /** All of them, the gravest first. */
    public List<AlertKind> all() {
        return kinds.obtain();
    }

    /** The kind of this name; one of an earlier version may be gone. */
    public Optional<AlertKind> byKey(String key) {
        return all().stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** The names of those that somebody may know of. */
    public Set<String> visibleTo(StaffMember staff) {
        return all().stream()
                .filter(each -> staff.may(each.right()))
                .map(AlertKind::key)
                .collect(Collectors.toUnmodifiableSet());
    }
}
