package kr.dochak.identity.masking;

import java.util.List;

/** Finds what opens a door: digits with a star or a cross, and whatever stands behind words such as 비밀번호 and 공동현관. */
final class DoorCodeScan {

    private static final int REACH = 16;
    private static final int LONGEST = 24;
    private static final String[] WORDS = {
        "비밀번호",
        "비번",
        "비밀 번호",
        "패스워드",
        "암호",
        "도어락",
        "도어록",
        "번호키",
        "공동현관",
        "공동 현관",
        "공동출입",
        "현관",
        "출입",
        "호출",
        "키패드",
        "대문",
        "로비",
        "무인함",
        "택배함",
        "password",
        "passcode",
        "door code",
        "gate code",
        "door",
        "gate",
        "entrance",
        "entry",
        "pw"
    };
    /** Behind these anything may be a code, letters too. */
    private static final String[] STRONG = {"비밀번호", "비번", "비밀 번호", "패스워드", "암호", "password", "passcode", "pw"};

    private static final String[] UNITS = {
        "시", "분", "년", "월", "일", "원", "개", "층", "호", "동", "박스", "만", "천", "명", "건", "회", "번째", "번 출구", "번출구", "%", "kg",
        "차", "m"
    };
    private static final String[] KEYS = {"별표", "별", "샵", "우물정", "우물", "종", "star", "hash"};

    private DoorCodeScan() {}

    static void find(CharSequence text, List<Span> found) {
        int at = 0;
        while (at < text.length()) {
            int word = Signs.wordAt(text, at, WORDS);
            if (word > 0) {
                boolean strong = Signs.wordAt(text, at, STRONG) > 0;
                Span span = behind(text, at + word, strong);
                if (span.to() > span.from()) {
                    found.add(span);
                    at = span.to();
                    continue;
                }
                at += word;
            } else {
                at = isCode(text.charAt(at)) ? bare(text, at, found) : at + 1;
            }
        }
    }

    /** The first code within reach behind a word of doors; empty when there is none. */
    private static Span behind(CharSequence text, int word, boolean strong) {
        for (int at = word; at < text.length() && at <= word + REACH && text.charAt(at) != '\n'; at++) {
            if (isCode(text.charAt(at))) {
                int to = codeTo(text, at);
                int digits = digits(text, at, to);
                if (digits >= (strong ? 2 : 3) && !isCounted(text, Signs.pastBlanks(text, to, 1))) {
                    return new Span(at, keysTo(text, to), PersonalPart.DOOR_CODE);
                }
                at = Math.max(at, to - 1);
            } else if (strong && Signs.isLatin(text.charAt(at)) && Signs.wordAt(text, at, STRONG) == 0) {
                int to = wordTo(text, at);
                if (digits(text, at, to) > 0) {
                    return new Span(at, to, PersonalPart.DOOR_CODE);
                }
                at = Math.max(at, to - 1);
            }
        }
        return new Span(word, word, PersonalPart.DOOR_CODE);
    }

    private static boolean isCounted(CharSequence text, int at) {
        return Signs.wordAt(text, at, UNITS) > 0 && !Signs.startsWith(text, at, "호출");
    }

    /** Digits that a star or a cross stands at, or the name of one, need no word. */
    private static int bare(CharSequence text, int at, List<Span> found) {
        int to = at;
        int keys = 0;
        while (to < text.length() && to < at + LONGEST && isCode(text.charAt(to))) {
            keys += Signs.isDigit(text, to) ? 0 : 1;
            to++;
        }
        int digits = to - at - keys;
        int named = keysTo(text, to);
        if (digits >= 3 && digits <= 10 && (keys > 0 || named > to || isKeyBefore(text, at))) {
            found.add(new Span(at, named, PersonalPart.DOOR_CODE));
        }
        return Math.max(to, at + 1);
    }

    private static boolean isKeyBefore(CharSequence text, int at) {
        for (String key : KEYS) {
            int start = at - key.length();
            if (Signs.startsWith(text, start, key) || Signs.startsWith(text, start - 1, key + " ")) {
                return true;
            }
        }
        return false;
    }

    private static int keysTo(CharSequence text, int to) {
        int blank = Signs.pastBlanks(text, to, 1);
        int key = Signs.wordAt(text, blank, KEYS);
        return key == 0 ? to : blank + key;
    }

    /** Past digits, stars and crosses, and single blanks and hyphens between them. */
    private static int codeTo(CharSequence text, int at) {
        int to = at;
        while (to < text.length() && to < at + LONGEST) {
            boolean between =
                    " -.,".indexOf(text.charAt(to)) >= 0 && to + 1 < text.length() && isCode(text.charAt(to + 1));
            if (!between && !isCode(text.charAt(to))) {
                break;
            }
            to++;
        }
        return to;
    }

    private static int wordTo(CharSequence text, int at) {
        int to = at;
        while (to < text.length()
                && to < at + LONGEST
                && (isCode(text.charAt(to))
                        || Signs.isLatin(text.charAt(to))
                        || "!@$%^&_-".indexOf(text.charAt(to)) >= 0)) {
            to++;
        }
        return to;
    }

    private static int digits(CharSequence text, int from, int to) {
        int digits = 0;
        for (int i = from; i < to; i++) {
            digits += Signs.isDigit(text, i) ? 1 : 0;
        }
        return digits;
    }

    private static boolean isCode(char sign) {
        return Signs.isDigit(sign) || sign == '*' || sign == '#';
    }
}
