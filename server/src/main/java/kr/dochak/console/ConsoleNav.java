package kr.dochak.console;

import static kr.dochak.shared.NavEntry.Surface.CONSOLE;

import kr.dochak.shared.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The places of the rail that this module serves. */
@Configuration(proxyBeanMethods = false)
class ConsoleNav {

    @Bean
    NavEntry boardEntry() {
        return new NavEntry(CONSOLE, 10, "board", "/console", "board");
    }

    @Bean
    NavEntry orderListEntry() {
        return new NavEntry(CONSOLE, 20, "order-list", "/console/orders", "list");
    }

    @Bean
    NavEntry shipmentsEntry() {
        return new NavEntry(CONSOLE, 30, "shipments", "/console/shipments", "truck");
    }

    @Bean
    NavEntry windowsEntry() {
        return new NavEntry(CONSOLE, 35, "windows", "/console/windows", "calendar");
    }

    @Bean
    NavEntry careEntry() {
        return new NavEntry(CONSOLE, 40, "care", "/console/cases", "chat");
    }

    @Bean
    NavEntry compensationEntry() {
        return new NavEntry(CONSOLE, 50, "compensation", "/console/compensation", "gift");
    }

    @Bean
    NavEntry integrationsEntry() {
        return new NavEntry(CONSOLE, 60, "integrations", "/console/integrations", "route");
    }

    @Bean
    NavEntry webhooksEntry() {
        return new NavEntry(CONSOLE, 80, "webhooks", "/console/webhooks", "send");
    }
}
