package kr.dochak.portal.help;

import java.time.Instant;
import java.util.regex.Pattern;
import kr.dochak.care.CustomerMessage;
import kr.dochak.pages.Field;
import kr.dochak.shared.Words;
import kr.dochak.shared.chance.Unguessable;

/**
 * What a customer writes to us.
 *
 * @param key given with the form, so that sending it twice is sending it once
 */
public record MessageForm(String action, Field message, String key) {

    private static final int KEY_BYTES = 12;
    private static final Pattern USABLE_KEY = Pattern.compile("[\\w.:-]{1,60}");
    private static final long SAME_MINUTES = 10;

    public static MessageForm fresh(String action, Words words) {
        return new MessageForm(action, field("", words), Unguessable.hex(KEY_BYTES));
    }

    /** The form as it came, with what is wrong with it in the field. */
    public static MessageForm sent(String action, String text, String key, Instant now, Words words) {
        int length = text.strip().length();
        String wrong = text.isBlank()
                ? words.word("portal.message.empty")
                : length > CustomerMessage.LONGEST
                        ? words.word("portal.message.long", CustomerMessage.LONGEST, length)
                        : "";
        String usable = !USABLE_KEY.matcher(key).matches() ? keyOf(text, now) : key;
        return new MessageForm(action, field(text, words).error(wrong), usable);
    }

    /** A form without a key: the same words within some minutes are the same message. */
    private static String keyOf(String text, Instant now) {
        return "text-" + Integer.toHexString(text.hashCode()) + "-" + now.getEpochSecond() / (60 * SAME_MINUTES);
    }

    public boolean fine() {
        return message.error().isEmpty();
    }

    private static Field field(String text, Words words) {
        return Field.area("message", words.word("portal.message.label"), text)
                .help(words.word("portal.message.help"))
                .needed();
    }
}
