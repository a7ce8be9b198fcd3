package kr.dochak.messaging.sending;

import java.util.Set;
import kr.dochak.messaging.sending.SendResult.Verdict;

/** What NHN Cloud's result codes mean for us. Pure. */
final class NhnResult {

    private static final Set<String> ALIMTALK_UNREACHABLE = Set.of("3018", "3019", "3020");
    private static final Set<String> WAIT = Set.of("3005", "4000");
    private static final Set<String> FAILED_FOR_NOW = Set.of("9998", "9999");
    private static final Set<String> SMS_MISCONFIGURED = Set.of("3017", "3018", "3019");

    private NhnResult() {}

    /** A final Alimtalk result, by webhook or in the answer of the send. */
    static Verdict alimtalk(String code) {
        if (code.equals("1000") || code.equals("0")) {
            return Verdict.DELIVERED;
        }
        if (ALIMTALK_UNREACHABLE.contains(code)) {
            return Verdict.UNREACHABLE;
        }
        if (WAIT.contains(code)) {
            return Verdict.WAIT;
        }
        if (FAILED_FOR_NOW.contains(code)) {
            return Verdict.FAILED_FOR_NOW;
        }
        return isConfiguration(code) ? Verdict.MISCONFIGURED : Verdict.UNREACHABLE;
    }

    private static boolean isConfiguration(String code) {
        if (code.equals("1003") || code.equals("3025")) {
            return true;
        }
        return code.matches("30(1[456]|2[789]|3\\d|40)");
    }

    static Verdict sms(String code) {
        if (code.equals("1000") || code.equals("0")) {
            return Verdict.DELIVERED;
        }
        return SMS_MISCONFIGURED.contains(code) ? Verdict.MISCONFIGURED : Verdict.UNREACHABLE;
    }

    /** The API's own refusal, in the header of an answer: {@code -1005} means that this key was taken before. */
    static Verdict header(int code) {
        return switch (code) {
            case -1005 -> Verdict.ACCEPTED;
            case 9998, 9999, -9998, -9999 -> Verdict.FAILED_FOR_NOW;
            default -> Verdict.MISCONFIGURED;
        };
    }
}
