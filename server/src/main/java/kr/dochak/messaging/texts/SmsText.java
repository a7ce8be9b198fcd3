package kr.dochak.messaging.texts;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** The length rules of text messages in Korea: 90 bytes of EUC-KR are an SMS, up to 2,000 an LMS, its title up to 40. */
public final class SmsText {

    static final int SMS_BYTES = 90;
    static final int LMS_BYTES = 2000;
    static final int TITLE_BYTES = 40;

    /** All 11,172 syllables at two bytes; the strict set makes eight bytes of the rare ones. */
    private static final Charset CP949 = Charset.forName("x-windows-949");

    private SmsText() {}

    /** Typographic marks that the character set lacks become plain ones; everything else it lacks, a question mark. */
    public static String plain(String text) {
        String plain = text.replace('–', '~')
                .replace('—', '-')
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('“', '"')
                .replace('”', '"')
                .replace("\r\n", "\n");
        CharsetEncoder encoder = CP949.newEncoder();
        StringBuilder sendable = new StringBuilder();
        plain.codePoints()
                .mapToObj(Character::toString)
                .forEach(character -> sendable.append(encoder.canEncode(character) ? character : "?"));
        return sendable.toString();
    }

    public static int bytes(String text) {
        return text.getBytes(CP949).length;
    }

    public static boolean isShort(String text) {
        return bytes(text) <= SMS_BYTES;
    }

    /** As much of the title as fits, cut between characters. */
    public static String title(String text) {
        String plain = plain(text);
        while (bytes(plain) > TITLE_BYTES) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain;
    }
}
