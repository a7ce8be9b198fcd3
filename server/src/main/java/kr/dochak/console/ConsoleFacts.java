package kr.dochak.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.dochak.alerts.Alerts;
import kr.dochak.approvals.Approvals;
import kr.dochak.identity.Malls;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.doors.DoorTable;
import kr.dochak.pages.Frame;
import kr.dochak.pages.FrameFacts;
import kr.dochak.pages.Frames;
import kr.dochak.pages.NavEntry;
import kr.dochak.shared.Words;
import kr.dochak.time.WorldClock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** What stands around every staff page: the mall, who is logged in, the bell, the clock. */
@Component
class ConsoleFacts implements FrameFacts {

    private final Malls malls;
    private final Alerts alerts;
    private final Approvals approvals;
    private final DoorTable doors;
    private final WorldClock clock;
    private final ObjectProvider<Frames> frames;

    ConsoleFacts(
            Malls malls,
            Alerts alerts,
            Approvals approvals,
            DoorTable doors,
            WorldClock clock,
            ObjectProvider<Frames> frames) {
        this.malls = malls;
        this.alerts = alerts;
        this.approvals = approvals;
        this.doors = doors;
        this.clock = clock;
        this.frames = frames;
    }

    @Override
    public boolean knows(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/console");
    }

    @Override
    public NavEntry.Surface surface() {
        return NavEntry.Surface.CONSOLE;
    }

    @Override
    public String mall(HttpServletRequest request) {
        StaffMember staff = staff(request);
        if (staff != null && staff.seesSeveral()) {
            return frames.getObject().words(request).word("shared.malls.all");
        }
        return staff == null ? "도착" : malls.byId(staff.tenantId()).name();
    }

    @Override
    public Frame.@Nullable Who who(HttpServletRequest request) {
        StaffMember staff = staff(request);
        if (staff == null) {
            return null;
        }
        Words words = frames.getObject().words(request);
        return new Frame.Who(
                staff.name(),
                staff.roles().stream()
                        .findFirst()
                        .map(role -> ConsoleWords.role(role, words))
                        .orElse(""),
                places(staff, words));
    }

    private List<Frame.MallPlace> places(StaffMember staff, Words words) {
        if (staff.malls().size() < 2) {
            return List.of();
        }
        List<Frame.MallPlace> places = new ArrayList<>();
        places.add(new Frame.MallPlace(0, words.word("shared.malls.all"), staff.seesSeveral()));
        malls.all().stream()
                .filter(mall -> staff.malls().contains(mall.tenantId()))
                .map(mall -> new Frame.MallPlace(
                        mall.tenantId().value(),
                        mall.name(),
                        !staff.seesSeveral() && mall.tenantId().equals(staff.tenantId())))
                .forEach(places::add);
        return places;
    }

    /** What rings for this member of staff (MSG-7). */
    @Override
    public int bell(HttpServletRequest request) {
        StaffMember staff = staff(request);
        return staff == null ? 0 : alerts.atTheBell(staff);
    }

    /** What this member of staff could decide now, in the malls that the list shows (SET-1). */
    @Override
    public Map<String, Integer> waiting(HttpServletRequest request) {
        StaffMember staff = staff(request);
        return staff == null ? Map.of() : Map.of("approvals", approvals.waiting(staff, staff.malls()));
    }

    @Override
    public boolean mayOpen(HttpServletRequest request, NavEntry entry) {
        return request.getUserPrincipal() instanceof Authentication login && doors.isOpen(entry.door(), login);
    }

    @Override
    public Frame.@Nullable WorldClock clock() {
        return clock.mode() == WorldClock.Mode.SPEED ? new Frame.WorldClock(clock.instant(), clock.speed()) : null;
    }

    private static @Nullable StaffMember staff(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication login
                        && login.getPrincipal() instanceof StaffMember staff
                ? staff
                : null;
    }
}
