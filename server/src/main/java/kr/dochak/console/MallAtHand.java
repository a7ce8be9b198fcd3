package kr.dochak.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.care.Cases;
import kr.dochak.care.Tasks;
import kr.dochak.care.record.SupportCase;
import kr.dochak.care.tasks.Task;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMembers;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.shared.CaseId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OrderId;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The one place that says of which mall a request of somebody with several malls is (IDN-1): a case, an order or a task is acted on
 * in its own mall, lists of work show all malls where that was chosen, and everything else is of the mall one is at work for.
 */
@Component
class MallAtHand implements WebMvcConfigurer, HandlerInterceptor {

    /** Before what refuses forms of another mall. */
    private static final int FIRST = -10;

    private static final Pattern OBJECT = Pattern.compile("/console/(cases|orders|tasks)/(\\d{1,18})(?:/.*)?");
    private static final Set<String> LISTS = Set.of(
            "/console/approvals",
            "/console/cases",
            "/console/tasks",
            "/console/orders",
            "/console/shipments",
            "/console/shipments.csv",
            "/console/search");

    private final Cases cases;
    private final Tasks tasks;
    private final Orders orders;
    private final StaffMembers members;

    MallAtHand(Cases cases, Tasks tasks, Orders orders, StaffMembers members) {
        this.cases = cases;
        this.tasks = tasks;
        this.orders = orders;
        this.members = members;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/console/**").order(FIRST);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getUserPrincipal() instanceof Authentication login
                && login.getPrincipal() instanceof StaffMember staff
                && staff.malls().size() > 1) {
            StaffMember here = here(staff, request.getRequestURI());
            if (!here.equals(staff)) {
                become(here, login);
            }
        }
        return true;
    }

    /** Nobody is brought to a mall they do not work for: there the thing does not exist for them. */
    private StaffMember here(StaffMember staff, String path) {
        Matcher object = OBJECT.matcher(path);
        if (object.matches()) {
            return mallOf(object.group(1), Long.parseLong(object.group(2)))
                    .filter(mall -> staff.malls().contains(mall) && !mall.equals(staff.tenantId()))
                    .map(mall -> at(staff, mall))
                    .orElse(staff);
        }
        return LISTS.contains(path) ? staff : staff.here();
    }

    private Optional<MallId> mallOf(String kind, long id) {
        return switch (kind) {
            case "cases" -> cases.find(new CaseId(id)).map(SupportCase::tenantId);
            case "tasks" -> tasks.find(id).map(Task::tenantId);
            default -> orders.find(new OrderId(id)).map(OrderSummary::tenantId);
        };
    }

    /** With the limit that they have there. */
    private StaffMember at(StaffMember staff, MallId mall) {
        StaffMember there =
                Objects.requireNonNull(members.of(List.of(StaffMembers.bare(staff.id(), mall, staff.name())))
                        .get(staff.id()));
        return staff.seesSeveral() ? there.everywhere() : there;
    }

    /** For this request alone: the context that the log-in brought stays as it is. */
    private static void become(StaffMember here, Authentication login) {
        var there = UsernamePasswordAuthenticationToken.authenticated(here, null, login.getAuthorities());
        there.setDetails(login.getDetails());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(there);
        SecurityContextHolder.setContext(context);
    }
}
