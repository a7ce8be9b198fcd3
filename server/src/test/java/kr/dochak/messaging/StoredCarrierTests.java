package kr.dochak.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import kr.dochak.calendar.CalendarFact.CalendarChanged;
import kr.dochak.shared.CarrierId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What was stored when a carrier was a text is read as its value, and written as the same text. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredCarrierTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"kr.hanjin", "*", "br.some-post"})
    void MSG_4_a_notice_of_before_names_the_same_carrier(String carrier) {
        String stored = "{\"carrier\":\"" + carrier + "\"}";
        NoticeFacts.Way way = JSON.readValue(stored, NoticeFacts.Way.class);
        assertThat(way.carrier()).isEqualTo(new CarrierId(carrier));
        assertThat(JSON.writeValueAsString(way)).isEqualTo(stored);
    }

    @Test
    void A18_a_declared_day_of_before_is_of_the_same_carrier() {
        CalendarChanged fact = JSON.readValue("""
                {"dayId":7,"withdrawn":false,"day":"2027-05-01","scope":"CARRIER","open":true,"carrier":"kr.hanjin",
                 "mall":null,"at":"2026-11-24T03:00:00Z"}""", CalendarChanged.class);
        assertThat(fact.carrier()).isEqualTo(new CarrierId("kr.hanjin"));
        assertThat(JSON.valueToTree(fact).path("carrier").asString()).isEqualTo("kr.hanjin");
    }
}
