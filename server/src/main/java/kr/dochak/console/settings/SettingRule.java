package kr.dochak.console.settings;

import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;

/** Who may change which setting (SET-1): who owns its section; what holds for all malls also needs {@link Right#PLATFORM}. */
final class SettingRule {

    private SettingRule() {}

    static Right owner(Section section) {
        return switch (section) {
            case CARE, MESSAGES -> Right.CARE_SET;
            case DELIVERY -> Right.DELIVERY_SET;
            case ORDERS -> Right.ORDERS_SET;
            case MONEY -> Right.MONEY_SET;
            case PRIVACY -> Right.PRIVACY_SET;
            case SECURITY -> Right.STAFF_SET;
        };
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
