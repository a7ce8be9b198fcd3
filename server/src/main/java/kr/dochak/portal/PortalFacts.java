package kr.dochak.portal;

import jakarta.servlet.http.HttpServletRequest;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.Malls;
import kr.dochak.pages.Frame;
import kr.dochak.pages.FrameFacts;
import kr.dochak.pages.NavEntry;
import kr.dochak.shared.MallId;
import kr.dochak.time.WorldClock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whose pages these are: the mall of the customer, or of the order whose signed link is open. */
@Component
public class PortalFacts implements FrameFacts {

    /** Set on a request that shows a mall's page to somebody who is not logged in. */
    public static final String MALL = PortalFacts.class.getName() + ".mall";

    private final Malls malls;
    private final WorldClock clock;

    PortalFacts(Malls malls, WorldClock clock) {
        this.malls = malls;
        this.clock = clock;
    }

    @Override
    public boolean knows(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/console");
    }

    @Override
    public NavEntry.Surface surface() {
        return NavEntry.Surface.PORTAL;
    }

    @Override
    public String mall(HttpServletRequest request) {
        if (request.getAttribute(MALL) instanceof MallId tenantId) {
            return malls.byId(tenantId).name();
        }
        CustomerLogin customer = customer();
        return customer == null
                ? FrameFacts.super.mall(request)
                : malls.byId(customer.tenantId()).name();
    }

    @Override
    public Frame.@Nullable Who who(HttpServletRequest request) {
        return null;
    }

    /** Tabs are for customers who are logged in; the signed page shows its one order only. */
    @Override
    public boolean mayOpen(HttpServletRequest request, NavEntry entry) {
        return customer() != null && !request.getRequestURI().startsWith("/t/");
    }

    @Override
    public Frame.@Nullable WorldClock clock() {
        return clock.mode() == WorldClock.Mode.SPEED ? new Frame.WorldClock(clock.instant(), clock.speed()) : null;
    }

    private static @Nullable CustomerLogin customer() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof CustomerLogin customer ? customer : null;
    }
}
