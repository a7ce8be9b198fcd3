package kr.dochak.simulator.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kr.dochak.simulator.wire.Call;
import kr.dochak.simulator.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlimtalkTests {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 9, 0);
    private static final Alimtalk.Asking ONCE = new Alimtalk.Asking("app", "secret", "key-1");

    private final BlockingQueue<Call> hooks = new LinkedBlockingQueue<>();
    private final Inbox inbox = new Inbox(() -> NOW, message -> {});
    private final Results results =
            new Results("/hooks/nhn/alimtalk", hooks::add, (delay, happening) -> happening.run());
    private final Alimtalk alimtalk = new Alimtalk("app", "secret", inbox, results);

    @Test
    void the_same_idempotency_key_sends_nothing_twice() {
        assertThat(code(send(ONCE, "01010001111"))).isZero();
        assertThat(code(send(ONCE, "01010001111"))).isEqualTo(-1005);
        assertThat(inbox.messages("010-1000-1111", null, 10)).hasSize(1);
    }

    @Test
    void the_result_comes_by_webhook_as_often_as_the_mood_has_it() throws InterruptedException {
        results.become(Mood.TWICE, 0);
        send(ONCE, "01010001111");
        assertThat(hooks.poll(3, TimeUnit.SECONDS)).isNotNull();
        assertThat(hooks.poll(3, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void what_was_sent_can_be_asked_for_by_its_key() {
        alimtalk.send(ONCE, Json.read("""
                {"templateCode":"t","recipientList":[{"recipientNo":"01010001117","recipientGroupingKey":"k-1",
                 "templateParameter":{"name":"김지민"}}]}"""));
        assertThat(Json.write(alimtalk.list(ONCE, "k-1"))).contains("\"resultCode\":\"3019\"", "k-1");
        assertThat(Json.write(alimtalk.list(ONCE, "k-2"))).contains("\"messages\":[]");
    }

    @Test
    void an_error_in_a_good_answer_sends_nothing() {
        results.become(Mood.ERROR, 0);
        assertThat(code(send(ONCE, "01010001111"))).isEqualTo(-9999);
        assertThat(inbox.messages(null, null, 10)).isEmpty();
    }

    @Test
    void held_back_results_come_last_first() {
        results.become(Mood.REVERSED, 0);
        for (int n = 1; n <= 3; n++) {
            send(new Alimtalk.Asking("app", "secret", "key-" + n), "0101000111" + n);
        }
        String body = Json.write(hooks.remove().body());
        assertThat(body.indexOf("01010001113")).isLessThan(body.indexOf("01010001111"));
    }

    @ParameterizedTest(name = "{0}/{1}: {2}")
    @CsvSource({"app,secret,0", "other,secret,-1000", "app,other,-1001"})
    void keys_are_checked(String appKey, String secret, int code) {
        assertThat(code(send(new Alimtalk.Asking(appKey, secret, null), "01010001111")))
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"01010001111,1000", "01010001117,3019", "01010001199,3020", "0212345678,3008"})
    void the_number_decides_the_result(String phone, String result) {
        assertThat(Alimtalk.finalResult(phone, "DELAY", "text")).isEqualTo(result);
    }

    private Map<String, Object> send(Alimtalk.Asking asking, String phone) {
        Object recipients = List.of(Map.of("recipientNo", phone, "templateParameter", Map.of("이름", "김지민")));
        return alimtalk.send(
                asking, Json.read(Json.write(Map.of("templateCode", "DELAY", "recipientList", recipients))));
    }

    private static int code(Map<String, Object> answer) {
        return Json.read(Json.write(answer)).path("header").path("resultCode").asInt(1);
    }
}
