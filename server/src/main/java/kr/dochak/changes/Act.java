package kr.dochak.changes;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.dochak.changes.Change.Field;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What a request does, as its door says it.
 *
 * @param what which act, by the door's name
 * @param kind of which kind the object is
 * @param object its id or key; empty where the door names none
 * @param parts further ids that the address names
 * @param noted whether a module has written a row that says more
 */
public record Act(Actor by, String what, String kind, String object, List<Field> parts, AtomicBoolean noted) {

    private static final String HELD = Act.class.getName();

    /** One that nobody has written about yet. */
    public static Act of(Actor by, String what, String kind, String object, List<Field> parts) {
        return new Act(by, what, kind, object, List.copyOf(parts), new AtomicBoolean());
    }

    /** What the request does that is being answered; nothing where none is. */
    public static Optional<Act> current() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request == null
                ? Optional.empty()
                : Optional.ofNullable((Act) request.getAttribute(HELD, RequestAttributes.SCOPE_REQUEST));
    }

    /** From now on this is what the request does. */
    public void hold() {
        RequestContextHolder.currentRequestAttributes().setAttribute(HELD, this, RequestAttributes.SCOPE_REQUEST);
    }

    /** Whether somebody with rights in the house does it for no mall, so that it counts in all. */
    boolean isOfHouse() {
        return by.mall().value() == 0;
    }
}
