package kr.dochak.console.privacy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import kr.dochak.identity.Staff;
import kr.dochak.identity.erasure.Erasure;
import org.springframework.stereotype.Component;

/** The members of staff who asked for erasures and agreed to them, by their ids. */
@Component
class ErasureNames {

    private final Staff staff;

    ErasureNames(Staff staff) {
        this.staff = staff;
    }

    Map<Long, String> of(List<Erasure> erasures) {
        Map<Long, String> names = new HashMap<>();
        erasures.stream()
                .flatMap(each -> Stream.of(each.requestedBy(), each.approvedBy()))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(id -> staff.byId(id).ifPresent(member -> names.put(id, member.name())));
        return names;
    }
}
