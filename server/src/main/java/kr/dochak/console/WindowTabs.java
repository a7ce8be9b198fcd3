package kr.dochak.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.Tab;
import kr.dochak.shared.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The pages about windows, side by side: those that exist and that this member of staff may open. */
@Component
class WindowTabs {

    static final String CALIBRATION = "/console/windows";
    static final String LANES = CALIBRATION + "/lanes";
    static final String WHAT_IF = CALIBRATION + "/what-if";
    static final String WORST = CALIBRATION + "/worst";
    static final String MODEL = CALIBRATION + "/model";

    private final ObjectProvider<RequestMappingHandlerMapping> routes;

    WindowTabs(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes) {
        this.routes = routes;
    }

    List<Tab> of(String chosen, StaffMember staff, Words words) {
        List<Tab> tabs = new ArrayList<>();
        for (String path : List.of(CALIBRATION, LANES, WHAT_IF, WORST)) {
            tabs.add(tab(path, chosen, words));
        }
        if (staff.may(Role.LEAD) && exists(MODEL)) {
            tabs.add(tab(MODEL, chosen, words));
        }
        return tabs;
    }

    private static Tab tab(String path, String chosen, Words words) {
        String key = path.equals(CALIBRATION) ? "calibration" : path.substring(CALIBRATION.length() + 1);
        return new Tab(words.word("console.windows.tab." + key), path, path.equals(chosen));
    }

    private boolean exists(String path) {
        return routes.getObject().getHandlerMethods().keySet().stream()
                .map(info -> info.getPatternValues())
                .anyMatch((Set<String> patterns) -> patterns.contains(path));
    }
}
