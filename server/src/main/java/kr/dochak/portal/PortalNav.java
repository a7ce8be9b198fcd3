package kr.dochak.portal;

import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The tabs of the portal. */
@Configuration(proxyBeanMethods = false)
class PortalNav {

    @Bean
    NavEntry ordersTab() {
        return new NavEntry(NavEntry.Surface.PORTAL, 10, "orders", "/orders", "box");
    }

    @Bean
    NavEntry benefitsTab() {
        return new NavEntry(NavEntry.Surface.PORTAL, 20, "benefits", "/benefits", "gift");
    }

    @Bean
    NavEntry helpTab() {
        return new NavEntry(NavEntry.Surface.PORTAL, 30, "help", "/help", "chat");
    }

    @Bean
    NavEntry alertsTab() {
        return new NavEntry(NavEntry.Surface.PORTAL, 40, "alerts", "/inbox", "bell");
    }
}
