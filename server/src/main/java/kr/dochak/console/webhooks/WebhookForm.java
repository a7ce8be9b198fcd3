package kr.dochak.console.webhooks;

import java.util.List;
import kr.dochak.pages.Field;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.Words;
import kr.dochak.webhooks.Endpoint;
import kr.dochak.webhooks.EndpointOutcome;
import kr.dochak.webhooks.EventType;
import kr.dochak.webhooks.WebhookRefusals;

/** What was typed into the form of an endpoint, and what is wrong with it. */
public record WebhookForm(String url, String description, List<String> events, List<FieldError> errors) {

    static WebhookForm empty() {
        return new WebhookForm(
                "", "", EventType.choosable().stream().map(EventType::code).toList(), List.of());
    }

    static WebhookForm of(Endpoint endpoint) {
        return new WebhookForm(
                endpoint.url(),
                endpoint.description(),
                endpoint.events().stream().map(EventType::code).toList(),
                List.of());
    }

    /** The same with why it was refused; a refusal of no field in particular stands at the address. */
    WebhookForm refused(EndpointOutcome.Refused refused) {
        Problem problem = WebhookRefusals.problem(refused);
        List<FieldError> all = problem.errors().isEmpty()
                ? List.of(new FieldError("url", problem.code(), problem.detail()))
                : problem.errors();
        return new WebhookForm(url, description, events, all);
    }

    public List<Field> fields(Words words) {
        return List.of(
                Field.text("url", words.word("console.webhooks.url"), url)
                        .type("url")
                        .needed()
                        .help(words.word("console.webhooks.url.help"))
                        .error(error("url", words)),
                Field.text("description", words.word("console.webhooks.description"), description)
                        .error(error("description", words)),
                Field.text("events", words.word("console.webhooks.events"), "").error(error("events", words)));
    }

    /** What is wrong with a field in the reader's language, or nothing. */
    public String error(String field, Words words) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .findFirst()
                .map(error -> words.word("console.webhooks.wrong." + error.code()))
                .orElse("");
    }
}
