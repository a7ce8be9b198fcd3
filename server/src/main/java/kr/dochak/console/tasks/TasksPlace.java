package kr.dochak.console.tasks;

import static kr.dochak.pages.NavEntry.Surface.CONSOLE;

import kr.dochak.identity.Right;
import kr.dochak.identity.doors.Door;
import kr.dochak.identity.doors.DoorPlan;
import kr.dochak.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 할 일: the entry and the doors. */
@Configuration(proxyBeanMethods = false)
class TasksPlace {

    @Bean
    NavEntry tasksEntry() {
        return new NavEntry(CONSOLE, 42, "tasks", "/console/tasks", "check");
    }

    @Bean
    DoorPlan taskDoors() {
        return DoorPlan.of(Door.toStaff("/console/tasks/**", Right.TASKS_WORK));
    }
}
