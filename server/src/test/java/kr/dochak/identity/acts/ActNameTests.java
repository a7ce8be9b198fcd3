package kr.dochak.identity.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kr.dochak.changes.Change.Field;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** ASR-5: how an act is called by its door. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ActNameTests {

    @Test
    void ASR_5_an_act_is_called_by_the_plain_words_of_its_door() {
        assertThat(ActName.of("POST", "/console/cases/{id}/answers", Map.of("id", "12")))
                .isEqualTo(new ActName("cases.answers", "cases", "12", List.of()));
        assertThat(ActName.of("POST", "/console/settings/{key}", Map.of("key", "care.reopen-within")))
                .isEqualTo(new ActName("settings", "settings", "care.reopen-within", List.of()));
        assertThat(ActName.of(
                        "DELETE",
                        "/console/orders/{id}/parcels/{shipment}/correction",
                        Map.of("id", "5", "shipment", "9")))
                .isEqualTo(new ActName(
                        "orders.parcels.correction.undone", "orders", "5", List.of(new Field("shipment", "", "9"))));
        assertThat(ActName.of("POST", "/console/teams", Map.of()))
                .isEqualTo(new ActName("teams", "teams", "", List.of()));
    }

    @Test
    void ASR_5_what_could_be_a_person_in_an_address_is_not_kept() {
        assertThat(ActName.of("POST", "/console/cases/{id}/phone", Map.of("id", "01012345678"))
                        .object())
                .isEmpty();
        assertThat(ActName.of("POST", "/console/cases/{id}/phone", Map.of("id", "홍길동"))
                        .object())
                .isEmpty();
        assertThat(ActName.of("POST", "/console/cases/{id}/phone", Map.of("id", "hong@example.com"))
                        .object())
                .isEmpty();
    }
}
