package kr.dochak.messaging.texts;

import java.util.List;
import kr.dochak.shared.Problem.FieldError;

/** What came of putting a draft to use. */
public sealed interface TemplateActivation {

    record Activated() implements TemplateActivation {}

    /** Another person must agree; it waits under this id. */
    record Waiting(long requestId) implements TemplateActivation {}

    /** There is no such text. */
    record Unknown() implements TemplateActivation {}

    /** It may not go out, with every reason why. */
    record Unfit(List<FieldError> reasons) implements TemplateActivation {}
}
