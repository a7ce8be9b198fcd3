package kr.dochak.settings;

import java.util.List;

/**
 * The settings of a module, brought as a bean, in the order in which the page shows them.
 *
 * @param previews what some of them would have done with another number
 * @param origins where the numbers of some stood before there was a page
 */
public record SettingPlan(List<Setting<?>> settings, List<SettingPreview> previews, List<SettingOrigin> origins) {

    /** A plan of these settings. */
    public static SettingPlan of(Setting<?>... settings) {
        return new SettingPlan(List.of(settings), List.of(), List.of());
    }

    /** The same, with what some of them would have done. */
    public SettingPlan previewing(SettingPreview... some) {
        return new SettingPlan(settings, List.of(some), origins);
    }

    /** The same, with where the numbers of some stood before. */
    public SettingPlan from(SettingOrigin... some) {
        return new SettingPlan(settings, previews, List.of(some));
    }
}
