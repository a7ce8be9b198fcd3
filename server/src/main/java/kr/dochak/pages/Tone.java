package kr.dochak.pages;

import java.util.Locale;

/** What a colour means. A tone never stands alone: an icon or a word always goes with it. */
public enum Tone {
    ON_TIME("check"),
    AT_RISK("clock"),
    LATE("warning"),
    SILENT("silent"),
    DONE("done"),
    NEUTRAL("dot");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    /** The class that carries the colour, for example {@code tone-at-risk}. */
    public String css() {
        return "tone-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The icon that says the same without colour. */
    public String icon() {
        return icon;
    }
}
