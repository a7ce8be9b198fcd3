package kr.dochak.console.settings;

import java.util.Arrays;
import kr.dochak.identity.Right;
import kr.dochak.identity.SettingOwners;
import kr.dochak.identity.StaffMember;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;

/** Who may change which setting (SET-1): who owns its section; what holds for all malls also needs {@link Right#PLATFORM}. */
final class SettingRule {

    private SettingRule() {}

    static Right owner(Section section) {
        return SettingOwners.of(section);
    }

    /** Whether any number at all is theirs. */
    static boolean mayChangeAny(StaffMember staff) {
        return Arrays.stream(Section.values()).map(SettingRule::owner).anyMatch(staff::may);
    }

    /** @param house whether the number of all malls is meant */
    static boolean mayChange(StaffMember staff, Setting<?> setting, boolean house) {
        return staff.may(owner(setting.section())) && (house ? staff.may(Right.PLATFORM) : setting.perMall());
    }

    /** Whether they may change it for their mall or for all. */
    static boolean mayChange(StaffMember staff, Setting<?> setting) {
        return mayChange(staff, setting, false) || mayChange(staff, setting, true);
    }
}
