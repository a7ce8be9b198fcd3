package kr.dochak.changes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a module knows of a change: the object, what it was and what it is now, and why (ASR-5). It holds ids, numbers and names of
 * settings, and no data of a customer.
 *
 * @param what which act; null for the one of the door
 * @param house whether it counts in all malls
 */
public record Change(
        @Nullable String what, String kind, String object, boolean house, List<Field> fields, String reason) {

    /** One thing that was otherwise before; empty where it was not there. */
    public record Field(String name, String before, String after) {}

    /** A change of the object of this kind with this id or key. */
    public static Change of(String kind, Object object) {
        return new Change(null, kind, object.toString(), false, List.of(), "");
    }

    /** The same for all malls. */
    public Change house(boolean counts) {
        return new Change(what, kind, object, counts, fields, reason);
    }

    /** The same as this act, whatever the door is. */
    public Change as(String act) {
        return new Change(act, kind, object, house, fields, reason);
    }

    /** The same with a reason. */
    public Change why(String because) {
        return new Change(what, kind, object, house, fields, because);
    }

    /** The same with something that was this before and is that now; nothing more where both are the same. */
    public Change with(String field, Object before, Object after) {
        if (before.toString().equals(after.toString())) {
            return this;
        }
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(field, before.toString(), after.toString()));
        return new Change(what, kind, object, house, List.copyOf(more), reason);
    }
}
