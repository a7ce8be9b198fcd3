package kr.dochak.console.board;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.identity.doors.LiveDoor;
import kr.dochak.live.LiveTopics;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 상황판: its entry, its doors, its live topic. */
@Configuration(proxyBeanMethods = false)
class BoardPlace {

    /** Agents have no board: for them the page leads to their queue, and the rail begins with it. */
    @Bean
    NavEntry boardEntry() {
        return new NavEntry(CONSOLE, 10, "board", "/console", "board", "/console/board");
    }

    @Bean
    DoorPlan boardDoors() {
        return DoorPlan.of(Door.toStaff("/console"), Door.toStaff("/console/board/**", Right.BOARD_SEE));
    }

    @Bean
    LiveDoor liveBoard() {
        return LiveDoor.one(LiveTopics.BOARD, BoardPage::mayWatch);
    }

    /** The one address all live pages listen at; each topic has a door of its own. */
    @Bean
    DoorPlan liveDoors() {
        return DoorPlan.of(Door.toStaff("/console/live"));
    }
}
