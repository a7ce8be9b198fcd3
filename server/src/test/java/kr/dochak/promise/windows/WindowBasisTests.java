package kr.dochak.promise.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kr.dochak.promise.areas.feeds.AreaKind;
import kr.dochak.promise.areas.feeds.AreaLevel;
import kr.dochak.promise.windows.WindowBasis.Whose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WindowBasisTests {

    private static final WindowBasis MODEL = new WindowBasis.Model(7, 12_408);

    static Stream<Arguments> every_basis() {
        return Stream.of(
                row(new WindowBasis.Lane("인천", "서울", 41), """
                        ["LANE","인천","서울",41]""", "lane 인천→서울, 41 deliveries"),
                row(new WindowBasis.LaneDefault("*", "제주"), """
                        ["LANE_DEFAULT","*","제주"]""", "default *→제주"),
                row(MODEL, """
                        ["MODEL",7,12408]""", "model 7 of 12,408 deliveries"),
                row(new WindowBasis.Departed(Whose.MALL, 412), """
                        ["DEPARTED","MALL",412]""", "mall, 412 parcels"),
                row(new WindowBasis.Departed(Whose.ALL_MALLS, 5_000_000_000L), """
                        ["DEPARTED","ALL_MALLS",5000000000]""", "all malls, 5000000000 parcels"),
                row(new WindowBasis.DepartureDefault(), """
                        ["DEPARTURE_DEFAULT"]""", "default"),
                row(new WindowBasis.Slot(), """
                        ["SLOT"]""", "mall's slot"),
                row(new WindowBasis.CustomersDay(), """
                        ["CUSTOMERS_DAY"]""", "the day the customer asked for"),
                row(
                        new WindowBasis.Moved(MODEL, AreaKind.SNOW, AreaLevel.WARNING, "강원", 9, 37),
                        """
                        ["MODEL",7,12408,["SNOW","WARNING","강원",9,37]]""",
                        "model 7 of 12,408 deliveries, +9h SNOW WARNING 강원 (37 deliveries)"),
                row(
                        new WindowBasis.Moved(new WindowBasis.Slot(), AreaKind.RAIN, AreaLevel.ADVISORY, "", 1, 20),
                        """
                        ["SLOT",["RAIN","ADVISORY","",1,20]]""",
                        "mall's slot, +1h RAIN ADVISORY  (20 deliveries)"),
                row(new WindowBasis.Other("\"둘\\\n\t\u0001"), """
                        ["OTHER","\\"둘\\\\\\u000a\\u0009\\u0001"]""", "\"둘\\\n\t\u0001"),
                row(WindowBasis.none(), """
                        ["OTHER",""]""", ""));
    }

    private static Arguments row(WindowBasis basis, String column, String sentence) {
        return Arguments.of(basis, column, sentence);
    }

    @ParameterizedTest
    @MethodSource("every_basis")
    void PRM_5_every_basis_comes_back_from_its_column(WindowBasis basis, String column, String sentence) {
        assertThat(BasisColumn.write(basis)).isEqualTo(column);
        assertThat(BasisColumn.read(column)).isEqualTo(basis);
        assertThat(BasisColumn.read(column.replace(",", ", ").replace("\\u000a", "\\n")))
                .isEqualTo(basis);
    }

    @ParameterizedTest
    @MethodSource("every_basis")
    void PRM_5_the_api_says_every_basis_as_a_sentence(WindowBasis basis, String column, String sentence) {
        JsonMapper json = JsonMapper.shared();
        assertThat(json.readTree(json.writeValueAsString(basis)).asString()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"TOMORROW\", 1]",
                "[\"LANE\", \"인천\"]",
                "[\"MODEL\", \"seven\", 1]",
                "[\"MODEL\", 7, 12408, [\"METEOR\", \"WARNING\", \"강원\", 9, 37]]",
                "[]",
                "[[\"SLOT\"]]",
                "{\"kind\": 1}",
                "[\"LANE\"",
                "null",
                ""
            })
    void what_this_version_cannot_read_stays_as_it_was_stored(String column) {
        assertThat(BasisColumn.read(column)).isEqualTo(new WindowBasis.Other(column));
    }

    @Test
    void PRM_5_a_window_moved_by_a_warning_keeps_the_number_of_its_model() {
        assertThat(MODEL.modelNumber()).hasValue(7);
        assertThat(new WindowBasis.Moved(MODEL, AreaKind.SNOW, AreaLevel.WARNING, "강원", 9, 37).modelNumber())
                .hasValue(7);
        assertThat(new WindowBasis.Lane("인천", "서울", 41).modelNumber()).isEmpty();
    }
}
