package kr.dochak.identity;

import java.util.Set;
import kr.dochak.settings.Section;

/** Who may change the numbers of a section (SET-1): who owns it; what holds for all malls also needs {@link Right#PLATFORM}. */
public final class SettingOwners {

    private SettingOwners() {}

    /** The right of whoever owns a section. */
    public static Right of(Section section) {
        return switch (section) {
            case CARE, MESSAGES -> Right.CARE_SET;
            case DELIVERY, FORECAST -> Right.DELIVERY_SET;
            case ORDERS -> Right.ORDERS_SET;
            case MONEY -> Right.MONEY_SET;
            case PRIVACY -> Right.PRIVACY_SET;
            case SECURITY -> Right.STAFF_SET;
        };
    }

    /** All that is needed to change a number of a section, of a mall or of the house. */
    public static Set<Right> of(Section section, boolean house) {
        return house ? Set.of(of(section), Right.PLATFORM) : Set.of(of(section));
    }
}
