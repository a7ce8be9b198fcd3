package kr.dochak.pages;

import java.util.List;

/** One field of a form. {@code error} is empty when it is fine; options make it a choice. */
public record Field(
        String name,
        String label,
        String type,
        String value,
        String help,
        String error,
        boolean required,
        String autocomplete,
        List<Option> options) {

    /** A choice of a select. */
    public record Option(String value, String label) {}

    /** A line of text. */
    public static Field text(String name, String label, String value) {
        return new Field(name, label, "text", value, "", "", false, "", List.of());
    }

    /** Several lines of text. */
    public static Field area(String name, String label, String value) {
        return text(name, label, value).type("textarea");
    }

    /** One of several. */
    public static Field choice(String name, String label, String value, List<Option> options) {
        return new Field(name, label, "select", value, "", "", false, "", options);
    }

    /** The same as another input type, such as {@code tel}; {@code date} is our own field, in Korean order. */
    public Field type(String other) {
        return new Field(name, label, other, value, help, error, required, autocomplete, options);
    }

    /** With a sentence of help below. */
    public Field help(String text) {
        return new Field(name, label, type, value, text, error, required, autocomplete, options);
    }

    /** With what is wrong, and the way out. */
    public Field error(String text) {
        return new Field(name, label, type, value, help, text, required, autocomplete, options);
    }

    /** It must be filled in. */
    public Field needed() {
        return new Field(name, label, type, value, help, error, true, autocomplete, options);
    }

    /** What the browser may fill in by itself, such as {@code one-time-code}. */
    public Field autocomplete(String token) {
        return new Field(name, label, type, value, help, error, required, token, options);
    }

    /** The id of the input, the target of the error summary. */
    public String id() {
        return "field-" + name;
    }

    /** The ids of the sentences about the input, or null when there are none. */
    public @org.jspecify.annotations.Nullable String describedBy() {
        String ids = (error.isEmpty() ? "" : id() + "-error ") + (help.isEmpty() ? "" : id() + "-help");
        return ids.isEmpty() ? null : ids.strip();
    }
}
