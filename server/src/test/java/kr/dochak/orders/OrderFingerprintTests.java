package kr.dochak.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import kr.dochak.identity.vault.PersonalData;
import kr.dochak.identity.vault.Recipient;
import kr.dochak.identity.vault.ZeroKey;
import kr.dochak.shared.CarrierId;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What is kept of an order to know it again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OrderFingerprintTests {

    private final OrderFingerprint fingerprint = new OrderFingerprint(
            JsonMapper.builder().build(), JdbcClient.create(new DriverManagerDataSource()), ZeroKey.master());

    @Test
    void a_known_order_has_a_known_fingerprint() {
        byte[] print = fingerprint.of(draft("경비실에 맡겨 주세요"));

        assertThat(HexFormat.of().formatHex(print))
                .isEqualTo("01b928c7f1096a4898554d7564a72812448fa8499eba312270bfecf8705b201ef4");
        assertThat(fingerprint.matches(draft("경비실에 맡겨 주세요"), print)).isTrue();
        assertThat(fingerprint.matches(draft("문 앞에 두세요"), print)).isFalse();
    }

    private static OrderDraft draft(String note) {
        Instant at = Instant.parse("2026-11-23T03:00:00Z");
        return new OrderDraft(
                "A-1",
                at,
                at.plusSeconds(60),
                new PersonalData("c-1", "김도착", "010-1234-5678", null, "ko"),
                new Recipient("김도착", "010-1234-5678", "06236", "서울 강남구 테헤란로 1", "3층"),
                new DeliveryRequest(DeliveryRequest.Place.SECURITY, note, LocalDate.of(2026, 11, 27)),
                List.of(new OrderLine(1, "SKU-1", "무선 전기포트 1.7L", 1, 39_900, null)),
                new OrderAmounts(39_900, 3_000, 2_900, 0, 40_000, List.of(new OrderAmounts.Discount("첫 구매", 2_900))),
                "CARD",
                "이천",
                "강남",
                null,
                new CarrierId("cj"),
                null,
                OrderStatus.PAID,
                at);
    }
}
