package kr.dochak.connections;

import java.util.regex.Pattern;

/**
 * One thing to fill in.
 *
 * @param given what the environment says; it counts until somebody fills the field in
 */
public record ConnectionField(String name, Type type, String given) {

    private static final Pattern OWN_MACHINE =
            Pattern.compile("(?i)localhost|.*\\.localhost|127\\..*|169\\.254\\..*|0\\..*|0");

    /** What may be typed. */
    public enum Type {
        SWITCH("true|false"),
        /** A password or a key: shown to nobody again. */
        SECRET("[\\x21-\\x7E]{4,500}"),
        /** A secret that both sides sign with: where it becomes another, the former one counts for a while ({@link Rotated}). */
        SIGNING("[\\x21-\\x7E]{20,500}"),
        /** How many hours, a week at most. */
        HOURS("[0-9]|[1-9][0-9]|1[0-5][0-9]|16[0-8]"),
        /** A name that a vendor gave us; it stands in addresses. */
        NAME("[A-Za-z0-9._@~+/=-]{1,200}"),
        /** The address of a machine, of which ours is none. */
        HOST("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"),
        MAIL("[^@\\s<>\",;]{1,64}@[A-Za-z0-9.-]{1,253}"),
        PHONE("[0-9]{2,4}-[0-9]{3,4}-[0-9]{4}|[0-9]{4}-[0-9]{4}|[0-9]{8,12}"),
        PORT("[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5]"),
        /** How many calls a minute. */
        CALLS("[1-9][0-9]{0,3}");

        private final Pattern shape;

        Type(String shape) {
            this.shape = Pattern.compile(shape);
        }
    }

    /** A switch. */
    public static ConnectionField onOff(String name, boolean given) {
        return new ConnectionField(name, Type.SWITCH, Boolean.toString(given));
    }

    /** Whether it may be this. What the environment says always may. */
    public boolean allows(String value) {
        return value.equals(given)
                || (type.shape.matcher(value).matches()
                        && !(type == Type.HOST && OWN_MACHINE.matcher(value).matches()));
    }

    public boolean isSecret() {
        return type == Type.SECRET || type == Type.SIGNING;
    }
}
