package kr.dochak.connections;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a connection as they count now. */
public record Filled(Map<String, String> values) {

    public Filled {
        values = Map.copyOf(values);
    }

    /** Those of the environment, under what was filled in; a stored value that may not be any more counts for nothing. */
    static Filled of(List<ConnectionField> fields, Map<String, String> typed) {
        Map<String, String> values = new HashMap<>();
        for (ConnectionField field : fields) {
            String value = typed.getOrDefault(field.name(), field.given());
            values.put(field.name(), field.allows(value) ? value : field.given());
            Rotated.kept(field.name())
                    .forEach(each -> Optional.ofNullable(typed.get(each)).ifPresent(kept -> values.put(each, kept)));
        }
        return new Filled(values);
    }

    /** The text of a field; empty when there is none. */
    public String text(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether a switch is on. */
    public boolean isOn(String field) {
        return text(field).equals("true");
    }

    /** The number of a field of digits. */
    public int number(String field) {
        return Integer.parseInt(text(field));
    }

    /** Never a word of what is in it. */
    @Override
    public String toString() {
        return "Filled" + values.keySet();
    }
}
