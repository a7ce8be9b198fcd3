package kr.dochak.identity.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.shared.MallId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Who may listen is what the modules say; what none says is closed. */
class LiveDoorsTests {

    private static final StaffMember AGENT = new StaffMember(1, new MallId(1), "김상담", Set.of(StaffMember.Role.AGENT));

    @ParameterizedTest
    @CsvSource({
        "board, true",
        "board:1, false",
        "order:7, true",
        "order:8, false",
        "order, false",
        "order:, false",
        "order:7:7, false",
        "order:-7, false",
        "order:99999999999999999999, false",
        "shipment:7, false",
        "secret, false",
        "'', false"
    })
    void a_topic_is_heard_by_whom_its_module_lets(String topic, boolean heard) {
        LiveDoors doors = doors(
                LiveDoor.one("board", staff -> true),
                LiveDoor.each("order", (staff, id) -> id == 7),
                LiveDoor.one("secret", staff -> staff.may(Right.STAFF_SET)));
        assertThat(doors.mayListen(AGENT, topic)).isEqualTo(heard);
    }

    @Test
    void two_modules_that_own_one_kind_stop_the_start() {
        assertThatThrownBy(() -> doors(LiveDoor.one("board", staff -> true), LiveDoor.one("board", staff -> false)))
                .hasMessageContaining("board");
    }

    private static LiveDoors doors(LiveDoor... doors) {
        Map<String, Object> beans = new HashMap<>();
        for (LiveDoor door : doors) {
            beans.put("door" + beans.size(), door);
        }
        return new LiveDoors(new StaticListableBeanFactory(beans).getBeanProvider(LiveDoor.class));
    }
}
