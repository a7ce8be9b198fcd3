package kr.dochak.console.settings;

import java.util.Locale;
import kr.dochak.settings.Setting;
import kr.dochak.shared.Words;

/** A setting as a sentence with a gap for its number. Public, since templates call it. */
public record SettingWords(String key, String before, String after, String why) {

    private static final String GAP = "\u0001";

    static SettingWords of(Setting<?> setting, Words words) {
        String whole = words.word("settings." + setting.key(), GAP);
        int gap = whole.indexOf(GAP);
        return new SettingWords(
                setting.key(),
                whole.substring(0, gap),
                whole.substring(gap + GAP.length()),
                words.word("settings." + setting.key() + ".why"));
    }

    /** A number as people read it, with commas from a thousand on. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The sentence with this number. */
    public String with(long number) {
        return before + number(number) + after;
    }
}
