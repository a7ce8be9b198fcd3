package kr.dochak.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Collectors;
import kr.dochak.orders.OrderRules.Checked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** ORD-1: one thing of a good order is changed; what is wrong is named by field and code, and nothing else is. */
class OrderRulesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final String GOOD = """
            {"orderNo":"A-1","orderedAt":"2026-11-23T08:30:00+09:00","paidAt":"2026-11-23T08:31:00+09:00",
             "customer":{"id":"c-1","name":"김지민","phone":"010-1234-5678","email":"j@example.com","locale":"ko"},
             "recipient":{"name":"이도현","phone":"010-1234-5678","postcode":"06236","address1":"테헤란로 152","address2":"",
                          "area":null,"request":{"place":"DOOR","note":"벨"}},
             "items":[{"line":1,"sku":"P","name":"포트","quantity":2,"unitPrice":10000},
                      {"line":2,"sku":"C","name":"컵","quantity":1,"unitPrice":5000}],
             "amounts":{"items":25000,"shipping":3000,"discount":1000,"total":27000},
             "discounts":[{"reason":"첫 구매","amount":1000}],"payment":{"method":"CARD"},
             "shipFrom":{"centre":"ICN1","area":"인천"},"carrier":"kr.hanjin",
             "promise":{"from":"2026-11-24T00:00:00+09:00","to":"2026-11-24T23:59:59+09:00","timed":false}}""";

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /orderNo                  | null        | orderNo missing
            /orderNo                  | "  "        | orderNo missing
            /orderNo                  | 61          | orderNo too-long
            /orderNo                  | "a\\u0000b" | orderNo control-character
            /orderNo                  | "a\\ud800b" | orderNo encoding
            /orderNo                  | "<b>'; --"  | -
            /orderNo                  | "🎁"        | -
            /orderedAt                | null        | orderedAt missing
            /orderedAt                | "2026-11-23T10:00:00+09:00" | -
            /orderedAt                | "2026-11-23T10:00:01+09:00" | orderedAt future
            /orderedAt                | "1900-01-01T00:00:00+09:00" | orderedAt too-old
            /paidAt                   | null        | -
            /paidAt                   | "2026-11-24T10:00:00+09:00" | paidAt future
            /customer                 | null        | customer missing
            /customer/id              | null        | customer.id missing
            /customer/name            | ""          | customer.name missing
            /customer/name            | 101         | customer.name too-long
            /customer/phone           | null        | -
            /customer/phone           | "+82 10-1234-5678" | -
            /customer/phone           | "010-****-5678" | -
            /customer/phone           | "1234567"   | -
            /customer/phone           | "전화"       | -
            /customer/phone           | "--"        | -
            /customer/email           | "j@example" | -
            /customer/email           | ""          | -
            /recipient                | null        | recipient missing
            /recipient/name           | null        | recipient.name missing
            /recipient/address1       | null        | recipient.address1 missing
            /recipient/address2       | 301         | recipient.address2 too-long
            /recipient/postcode       | null        | recipient.postcode missing
            /recipient/postcode       | "99999"     | recipient.postcode unknown
            /recipient/area           | "SP"        | -
            /recipient/request        | null        | -
            /recipient/request/place  | "ROOF"      | recipient.request.place unknown
            /recipient/request/note   | 201         | recipient.request.note too-long
            /items                    | null        | items count
            /items                    | []          | items count
            /items/0                  | null        | items[0]. missing
            /items/0/quantity         | 0           | items[0].quantity range
            /items/0/quantity         | 10000       | items[0].quantity range
            /items/0/quantity         | null        | items[0].quantity range
            /items/0/name             | null        | items[0].name missing
            /items/0/unitPrice        | null        | items[0].unitPrice missing
            /items/0/unitPrice        | -1          | items[0].unitPrice range
            /items/0/unitPrice        | 10000000001 | items[0].unitPrice range
            /items/0/line             | 10000       | items[0].line range
            /items/1/line             | 1           | items line-twice
            /amounts                  | null        | -
            /amounts/total            | 27001       | amounts.total sum
            /amounts/total            | null        | -
            /amounts/shipping         | -1          | amounts.shipping range
            /amounts/discount         | 0           | amounts.total sum
            /discounts/0/amount       | null        | discounts.amount missing
            /discounts                | null        | -
            /payment                  | null        | -
            /payment/method           | 41          | payment.method too-long
            /shipFrom                 | null        | -
            /shipFrom/area            | 21          | shipFrom.area too-long
            /carrier                  | null        | -
            /carrier                  | 41          | carrier unknown
            /promise                  | null        | -
            /promise/from             | null        | -
            /promise/to               | "2026-11-23T08:00:00+09:00" | promise.to before
            /promise/to               | "2028-11-23T08:31:00+09:00" | promise.to range
            """)
    void ORD_1_each_field_has_its_rule(String field, String value, String wrong) {
        assertThat(wrongOf(with(field, value))).isEqualTo(wrong.equals("-") ? "" : wrong);
    }

    @Test
    void ORD_1_everything_that_is_wrong_is_named_at_once() {
        assertThat(wrongOf(with(
                        with(with(JSON.readTree(GOOD), "/orderNo", "null"), "/customer/name", "\"\""), "/items", "[]")))
                .isEqualTo("items count, orderNo missing, customer.name missing");
        assertThat(OrderRules.check(null, NOW)).isInstanceOf(Checked.Bad.class);
    }

    @Test
    void ORD_1_what_is_missing_is_worked_out() {
        JsonNode order =
                with(with(with(JSON.readTree(GOOD), "/amounts", "null"), "/paidAt", "null"), "/shipFrom", "null");
        OrderDraft draft = ((Checked.Good) check(order)).draft();
        assertThat(draft.amounts().total()).isEqualTo(25_000);
        assertThat(draft.confirmedAt()).isEqualTo(draft.orderedAt());
        assertThat(draft.destinationArea()).isEqualTo("서울");
    }

    private static JsonNode with(String field, String value) {
        return with(JSON.readTree(GOOD), field, value);
    }

    /** A number alone stands for a text of that length where the field is a text. */
    private static JsonNode with(JsonNode order, String field, String value) {
        int slash = field.lastIndexOf('/');
        JsonNode parent = order.at(field.substring(0, slash));
        String name = field.substring(slash + 1);
        JsonNode before = order.at(field);
        boolean length = value.matches("\\d+") && (before.isString() || before.isNull());
        JsonNode now = JSON.readTree(length ? "\"" + "가".repeat(Integer.parseInt(value)) + "\"" : value);
        if (parent instanceof ObjectNode object) {
            object.set(name, now);
        } else {
            ((tools.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(name), now);
        }
        return order;
    }

    private static Checked check(JsonNode order) {
        return OrderRules.check(JSON.treeToValue(order, OrderRequest.class), NOW);
    }

    private static String wrongOf(JsonNode order) {
        return switch (check(order)) {
            case Checked.Good good -> "";
            case Checked.Bad bad ->
                bad.errors().stream()
                        .map(error -> error.field() + " " + error.code())
                        .collect(Collectors.joining(", "));
        };
    }
}
