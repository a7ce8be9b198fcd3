package kr.dochak.alerts.sending;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.alerts.rules.Duty;
import kr.dochak.alerts.rules.Hearers.Present;
import kr.dochak.alerts.rules.Hearers.Room;
import kr.dochak.identity.Mall;
import kr.dochak.identity.Malls;
import kr.dochak.identity.Staff;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.MallId;
import org.springframework.stereotype.Component;

/** Who is there to hear the alerts of a mall; what concerns the house concerns the staff of all malls. */
@Component
class Audiences {

    private final Staff staff;
    private final Malls malls;
    private final Duty duty;
    private final Hooks hooks;

    Audiences(Staff staff, Malls malls, Duty duty, Hooks hooks) {
        this.staff = staff;
        this.malls = malls;
        this.duty = duty;
        this.hooks = hooks;
    }

    Present present(MallId mall, Instant now) {
        Collection<MallId> meant = mall.equals(MallId.DEFAULT)
                ? malls.all().stream().map(Mall::tenantId).toList()
                : List.of(mall);
        Map<Long, StaffMember> members = new LinkedHashMap<>();
        Set<Long> onDuty = new HashSet<>();
        for (MallId each : meant) {
            staff.all(each).forEach(member -> members.putIfAbsent(member.id(), member));
            onDuty.addAll(duty.onDuty(each, now));
        }
        List<Room> rooms = meant.stream()
                .flatMap(each -> hooks.of(each).stream())
                .map(hook -> new Room(hook.id(), hook.from()))
                .toList();
        return new Present(members.values(), onDuty, rooms);
    }
}
