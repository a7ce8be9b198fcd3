package kr.dochak.identity.doors;

import java.util.List;

/** The doors of a module, brought as a bean. What stands in no plan is closed. */
public record DoorPlan(List<Door> doors) {

    /** A plan of these doors. */
    public static DoorPlan of(Door... doors) {
        return new DoorPlan(List.of(doors));
    }
}
