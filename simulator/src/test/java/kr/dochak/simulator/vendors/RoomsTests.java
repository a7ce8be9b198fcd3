package kr.dochak.simulator.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoomsTests {

    private final Inbox inbox = new Inbox(() -> LocalDateTime.of(2026, 11, 23, 9, 0), message -> {});
    private final Rooms rooms = new Rooms(inbox);

    private static tools.jackson.databind.JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void slack_takes_a_text_and_refuses_by_a_status_and_a_word() {
        assertThat(rooms.slack("R1", json("{\"text\":\"[긴급]\"}"))).isEqualTo(new Rooms.Answer(200, "ok"));
        assertThat(rooms.slack("R1", json("{}"))).isEqualTo(new Rooms.Answer(400, "no_text"));
        assertThat(rooms.slack("closed", json("{\"text\":\"x\"}")).status()).isEqualTo(410);
        assertThat(inbox.messages(null, "R1", 10)).hasSize(1);
    }

    @Test
    void kakao_work_refuses_inside_a_good_answer() {
        assertThat(rooms.kakaoWork("R2", json("{\"text\":\"[긴급]\"}")).body()).contains("\"success\":true");
        assertThat(rooms.kakaoWork("R2", json("{\"text\":\"" + "가".repeat(501) + "\"}"))
                        .body())
                .contains("\"success\":false");
        assertThat(rooms.kakaoWork(
                                "R2",
                                json("{\"text\":\"x\",\"blocks\":[{\"type\":\"header\",\"text\":\"" + "가".repeat(21)
                                        + "\"}]}"))
                        .body())
                .contains("\"success\":false");
        assertThat(inbox.messages(null, "R2", 10)).hasSize(1);
    }
}
