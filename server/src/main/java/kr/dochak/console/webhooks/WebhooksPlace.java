package kr.dochak.console.webhooks;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 웹훅: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class WebhooksPlace {

    @Bean
    NavEntry webhooksEntry() {
        return new NavEntry(CONSOLE, 80, "webhooks", "/console/webhooks", "send");
    }

    @Bean
    DoorPlan webhookPageDoors() {
        return DoorPlan.of(Door.toStaff("/console/webhooks/**", Right.WEBHOOKS_SET));
    }
}
