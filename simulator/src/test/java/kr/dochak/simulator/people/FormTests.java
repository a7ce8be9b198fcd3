package kr.dochak.simulator.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FormTests {

    @Test
    void the_form_that_asks_for_a_message_is_filled_in_with_what_it_hides() {
        String page = """
                <form action="/search"><input name="q"></form>
                <form method="post" action="/t/abc/inquiries"><input type="hidden" name="_csrf" value="x1">
                <textarea name="message"></textarea></form>""";
        Form form = Form.asking(page, "message").orElseThrow();
        assertThat(form.actionOr("/")).isEqualTo("/t/abc/inquiries");
        assertThat(form.with("message", "언제 오나요?")).containsEntry("_csrf", "x1").hasSize(2);
    }

    @Test
    void a_page_without_such_a_form_is_left_alone() {
        assertThat(Form.asking("<form><input name=\"q\"></form>", "message")).isEmpty();
    }

    @Test
    void all_forms_that_go_to_such_an_address_are_found_in_the_order_of_the_page() {
        String page = """
                <form method="post" action="/console/alerts/one/7/acknowledgement"><input type="hidden" name="_csrf" value="x"></form>
                <form method="post" action="/console/alerts/one/8/return"></form>
                <form method="post" action="/console/alerts/one/9/acknowledgement"></form>""";
        assertThat(Form.allTo(page, Pattern.compile("/console/alerts/one/\\d+/acknowledgement")))
                .extracting(Form::action)
                .containsExactly("/console/alerts/one/7/acknowledgement", "/console/alerts/one/9/acknowledgement");
    }
}
