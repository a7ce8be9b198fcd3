package kr.dochak.console;

import kr.dochak.identity.LiveDoor;
import kr.dochak.shared.LiveTopics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may open which pages of the console. */
@Configuration(proxyBeanMethods = false)
class ConsoleDoors {

    @Bean
    LiveDoor liveBoard() {
        return LiveDoor.one(LiveTopics.BOARD, staff -> true);
    }
}
