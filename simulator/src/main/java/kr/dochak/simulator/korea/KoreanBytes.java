package kr.dochak.simulator.korea;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;

/** How text messages are counted: one byte for ASCII, two for a Korean letter, none of what EUC-KR cannot say. */
public final class KoreanBytes {

    public static final int SMS_BODY = 90;
    public static final int LMS_BODY = 2000;
    public static final int LMS_TITLE = 40;

    private static final Charset MS949 = Charset.forName("MS949");

    private KoreanBytes() {}

    public static boolean canSay(String text) {
        CharsetEncoder encoder = MS949.newEncoder();
        return encoder.canEncode(text);
    }

    public static int count(String text) {
        return text.getBytes(MS949).length;
    }

    /** The vendor's refusal, or 0 when the text may go. */
    public static int refusal(String text, int limit) {
        if (text.isEmpty()) {
            return -2014;
        }
        if (!canSay(text)) {
            return -2023;
        }
        return count(text) > limit ? -2015 : 0;
    }
}
