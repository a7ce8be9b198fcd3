package kr.dochak.console.settings;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** 설정: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class SettingsPlace {

    @Bean
    NavEntry settingsEntry() {
        return new NavEntry(CONSOLE, 82, "settings", SettingsPage.AT, "settings");
    }

    /** Which of the six may change a number depends on its section; the page judges that. */
    @Bean
    DoorPlan settingDoors() {
        return DoorPlan.of(
                Door.toStaff(SettingsPage.AT + "/**", Right.SETTINGS_SEE),
                Door.toStaff(
                                SettingsPage.AT + "/**",
                                Right.CARE_SET,
                                Right.DELIVERY_SET,
                                Right.ORDERS_SET,
                                Right.MONEY_SET,
                                Right.PRIVACY_SET,
                                Right.STAFF_SET)
                        .on(HttpMethod.POST));
    }
}
