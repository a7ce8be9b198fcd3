package kr.dochak.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B8: carriers and their names come from one register. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CarrierTests {

    @ParameterizedTest
    @ValueSource(strings = {"kr.hanjin", "KR.Hanjin", " kr.hanjin\u200b", "ｋｒ.hanjin"})
    void A20_a_carriers_id_has_one_form(String written) {
        assertThat(new CarrierId(written)).isEqualTo(new CarrierId("kr.hanjin"));
    }

    @ParameterizedTest
    @CsvSource({
        "kr.cjlogistics, kr.cjlogistics",
        "CJ대한통운, kr.cjlogistics",
        "대한통운, kr.cjlogistics",
        "CJ GLS, kr.cjlogistics",
        "cjgls, kr.cjlogistics",
        "한진, kr.hanjin",
        "현대택배, kr.lotte",
        "HYUNDAI, kr.lotte",
        "KGB, kr.logen",
        "우체국 택배, kr.epost",
        "쿠팡, kr.coupangls",
        "Korea Post, kr.epost"
    })
    void B4_a_carrier_is_known_by_its_id_and_by_what_malls_call_it(String written, String id) {
        assertThat(Carrier.written(written).map(Carrier::id)).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kr.nonexistent", "self.drivers", "택배", "", "*"})
    void B4_a_carrier_nobody_knows_is_none(String written) {
        assertThat(Carrier.written(written)).isEmpty();
    }

    @Test
    void B8_every_carrier_has_a_name_in_both_languages_and_one_id() {
        assertThat(new HashSet<>(Carrier.known().stream().map(Carrier::id).toList()))
                .hasSameSizeAs(Carrier.known());
        assertThat(Carrier.known())
                .allSatisfy(carrier -> assertThat(carrier.name(Locale.KOREAN)).isNotBlank())
                .allSatisfy(carrier -> assertThat(carrier.name(Locale.ENGLISH)).isNotBlank())
                .allSatisfy(carrier -> assertThat(carrier.carrierId().value()).isEqualTo(carrier.id()));
        assertThat(Carrier.nameOf(new CarrierId("kr.coupangls"), Locale.KOREAN)).isEqualTo("쿠팡로지스틱스");
        assertThat(Carrier.nameOf(new CarrierId("kr.kdexp"), Locale.ENGLISH)).isEqualTo("Kyungdong");
        assertThat(Carrier.nameOf(new CarrierId("kr.nobody"), Locale.KOREAN)).isEqualTo("kr.nobody");
    }

    @Test
    void B8_what_two_carriers_are_called_belongs_to_one_of_them() {
        for (Carrier carrier : Carrier.known()) {
            assertThat(Carrier.written(carrier.name())).as(carrier.name()).contains(carrier);
            assertThat(carrier.aliases())
                    .allSatisfy(alias ->
                            assertThat(Carrier.written(alias)).as(alias).contains(carrier));
        }
    }
}
