package kr.dochak.identity.masking;

import java.util.List;

/** Finds mail addresses, also with blanks around the sign or with its Korean name in its place. */
final class EmailScan {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_HOST = 100;
    private static final String[] SIGNS = {"@", "(at)", "[at]", "골뱅이"};
    private static final String[] HOSTS = {
        "naver", "gmail", "daum", "hanmail", "kakao", "nate", "hotmail", "outlook", "icloud", "yahoo", "네이버", "지메일",
        "다음"
    };

    private EmailScan() {}

    static void find(CharSequence text, List<Span> found) {
        for (int at = 0; at < text.length(); at++) {
            int sign = Signs.wordAt(text, at, SIGNS);
            if (sign > 0) {
                int from = nameFrom(text, at);
                int host = Signs.pastBlanks(text, at + sign, 2);
                int to = hostTo(text, host);
                if (from < at && isHost(text, host, to)) {
                    found.add(new Span(from, to, PersonalPart.EMAIL));
                }
            }
        }
    }

    private static int nameFrom(CharSequence text, int sign) {
        int end = sign;
        while (end > 0 && end > sign - 2 && text.charAt(end - 1) == ' ') {
            end--;
        }
        int from = end;
        while (from > 0 && from > end - LONGEST_NAME && isName(text.charAt(from - 1))) {
            from--;
        }
        return from == end ? sign : from;
    }

    private static boolean isName(char sign) {
        return Signs.isLatin(sign) || Signs.isDigit(sign) || "._%+-'".indexOf(sign) >= 0;
    }

    private static int hostTo(CharSequence text, int host) {
        int to = host;
        while (to < text.length() && to < host + LONGEST_HOST && isHost(text.charAt(to))) {
            to++;
        }
        while (to > host && ".-".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return to > host ? to : host + Signs.wordAt(text, host, HOSTS);
    }

    private static boolean isHost(char sign) {
        return Signs.isLatin(sign) || Signs.isDigit(sign) || ".-".indexOf(sign) >= 0;
    }

    private static boolean isHost(CharSequence text, int host, int to) {
        if (Signs.wordAt(text, host, HOSTS) > 0) {
            return true;
        }
        for (int i = host + 1; i < to - 1; i++) {
            if (text.charAt(i) == '.') {
                return true;
            }
        }
        return false;
    }
}
