package kr.dochak.console.windows;

import java.util.ArrayList;
import java.util.List;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.pages.Tab;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;

/** The pages about windows, side by side: those that this member of staff may open. */
@Component
class WindowTabs {

    static final String CALIBRATION = "/console/windows";
    static final String LANES = CALIBRATION + "/lanes";
    static final String HUBS = CALIBRATION + "/hubs";
    static final String WHAT_IF = CALIBRATION + "/what-if";
    static final String WORST = CALIBRATION + "/worst";
    static final String AREAS = CALIBRATION + "/areas";
    static final String CALENDAR = CALIBRATION + "/calendar";
    static final String MODEL = CALIBRATION + "/model";

    List<Tab> of(String chosen, StaffMember staff, Words words) {
        List<Tab> tabs = new ArrayList<>();
        for (String path : List.of(CALIBRATION, LANES, HUBS, WHAT_IF, WORST, AREAS, CALENDAR)) {
            tabs.add(tab(path, chosen, words));
        }
        if (staff.may(Right.MODELS_SEE)) {
            tabs.add(tab(MODEL, chosen, words));
        }
        return tabs;
    }

    private static Tab tab(String path, String chosen, Words words) {
        String key = path.equals(CALIBRATION) ? "calibration" : path.substring(CALIBRATION.length() + 1);
        return new Tab(words.word("console.windows.tab." + key), path, path.equals(chosen));
    }
}
