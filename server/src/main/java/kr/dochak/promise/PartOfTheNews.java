package kr.dochak.promise;

import kr.dochak.shared.Roles;
import org.springframework.stereotype.Component;

/**
 * News reach the models' memory in the process where they happened. One that leaves a role to others would hear of orders
 * but not of deliveries, so it has no model: the lane table serves, which all processes read from the database.
 */
@Component
class PartOfTheNews {

    PartOfTheNews(LearnedWindows learned, Roles roles) {
        if (!roles.areAll()) {
            learned.giveUp();
        }
    }
}
