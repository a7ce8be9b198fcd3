package kr.dochak.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.care.Cases;
import kr.dochak.care.Tasks;
import kr.dochak.care.record.CaseFigures;
import kr.dochak.identity.Malls;
import kr.dochak.identity.Right;
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

    private static final int MOST_COUNTED = 99;

    private final Malls malls;
    private final Cases cases;
    private final Tasks tasks;
    private final DoorTable doors;
    private final WorldClock clock;
    private final ObjectProvider<Frames> frames;

    ConsoleFacts(
            Malls malls, Cases cases, Tasks tasks, DoorTable doors, WorldClock clock, ObjectProvider<Frames> frames) {
        this.malls = malls;
        this.cases = cases;
        this.tasks = tasks;
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

    /** The cases of this member of staff whose clock has run out; for a lead all of the mall, with what was promised and is late. */
    @Override
    public int bell(HttpServletRequest request) {
        StaffMember staff = staff(request);
        if (staff == null || !staff.may(Right.CASES_SEE)) {
            return 0;
        }
        if (staff.may(Right.CASES_LEAD)) {
            CaseFigures all = cases.figures(staff.sight());
            return (int) Math.min(
                    MOST_COUNTED,
                    all.overdue() + tasks.figures(staff.sight()).overdue());
        }
        return cases.overdueOf(staff, MOST_COUNTED);
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
