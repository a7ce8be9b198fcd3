package kr.dochak.identity.doors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kr.dochak.identity.ApiCaller.Scope;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.shared.MallId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

/** Doors decide alike whoever brings them first; those that contradict each other stop the start. */
class DoorTableTests {

    private static final List<Door> WINDOWS = List.of(
            Door.toStaff("/console/windows/**", Right.WINDOWS_SEE),
            Door.toStaff("/console/windows/**", Right.WINDOWS_SET).on(HttpMethod.POST),
            Door.toStaff("/console/windows/model/**", Right.MODELS_SEE),
            Door.toStaff("/console/windows/model/use", Right.STAFF_SET),
            Door.toStaff("/console"));

    @Test
    void the_most_particular_comes_first_in_whatever_order_they_are_brought() {
        for (int seed = 0; seed < 50; seed++) {
            List<Door> brought = new ArrayList<>(WINDOWS);
            Collections.shuffle(brought, new Random(seed));
            assertThat(DoorTable.ordered(brought))
                    .extracting(door -> (door.method() == null ? "" : door.method() + " ") + door.address())
                    .containsExactly(
                            "/console/windows/model/use",
                            "/console/windows/model/**",
                            "POST /console/windows/**",
                            "/console/windows/**",
                            "/console");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/a/**, /a, true, true",
        "/a/**, /a/b/c, true, true",
        "/a/*, /a/b, true, true",
        "/a/*, /a, false, false",
        "/a/b, /a/*, false, true",
        "/a/**, /a/*/c, true, true",
        "/a/*/c, /a/b/*, false, true",
        "/a/*/c, /a/b/**, false, true",
        "/a/b/**, /a/c/**, false, false",
        "/, /a, false, false",
        "/**, /a/b, true, true"
    })
    void one_address_covers_or_meets_another(String one, String other, boolean covers, boolean meets) {
        assertThat(DoorAddress.of(one).covers(DoorAddress.of(other))).isEqualTo(covers);
        assertThat(DoorAddress.of(one).meets(DoorAddress.of(other))).isEqualTo(meets);
        assertThat(DoorAddress.of(other).meets(DoorAddress.of(one))).isEqualTo(meets);
    }

    @Test
    void doors_that_contradict_each_other_stop_the_start() {
        assertThatThrownBy(() -> DoorTable.ordered(List.of(
                        Door.toStaff("/console/x/**", Right.CASES_LEAD),
                        Door.toStaff("/console/x/**", Right.CASES_SEE))))
                .hasMessageContaining("contradict")
                .hasMessageContaining("CASES_LEAD")
                .hasMessageContaining("CASES_SEE");
        assertThatThrownBy(() -> DoorTable.ordered(List.of(
                        Door.toStaff("/console/*/x", Right.CASES_LEAD), Door.toStaff("/console/y/*", Right.CASES_SEE))))
                .hasMessageContaining("/console/*/x")
                .hasMessageContaining("/console/y/*");
    }

    @Test
    void a_door_brought_twice_is_one() {
        assertThat(DoorTable.ordered(List.of(Door.toStaff("/console/x"), Door.toStaff("/console/x"))))
                .hasSize(1);
    }

    @Test
    void a_door_where_nobody_like_that_comes_stops_the_start() {
        for (Door door : List.of(
                Door.toKeys("/console/x", Scope.MALL), Door.toStaff("/orders"), Door.toCustomers("/api/v1/orders"))) {
            assertThatThrownBy(() -> DoorTable.ordered(List.of(door))).hasMessageContaining(door.address());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "/orders/{id}", "/orders/**/x", "/orders/a*"})
    void an_address_says_plainly_what_it_is(String address) {
        assertThatThrownBy(() -> DoorTable.ordered(List.of(Door.toEverybody(address))))
                .hasMessageContaining(address);
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATOR, /console/windows, true",
        "OPERATOR, /console/windows/model, false",
        "LEAD, /console/windows/model, true",
        "LEAD, /console/windows/model/use, false",
        "ADMIN, /console/windows/model/use, true",
        "AGENT, /console, true",
        "AGENT, /console/windows, false",
        "ADMIN, /console/unknown, false"
    })
    void an_entry_is_shown_to_whom_its_door_lets_in(Role role, String path, boolean open) {
        DoorTable table = new DoorTable(
                new StaticListableBeanFactory(Map.of("plan", new DoorPlan(WINDOWS))).getBeanProvider(DoorPlan.class));
        StaffMember staff = new StaffMember(1, new MallId(1), "김직원", Set.of(role));
        assertThat(table.isOpen(
                        path, UsernamePasswordAuthenticationToken.authenticated(staff, null, Authorities.of(staff))))
                .isEqualTo(open);
    }
}
