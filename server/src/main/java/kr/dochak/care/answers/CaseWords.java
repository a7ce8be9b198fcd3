package kr.dochak.care.answers;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.SupportCase;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Won;

/** What the product itself writes on a case. These words stay on the record, so times are dates, never "tomorrow". */
public final class CaseWords {

    private static final int LONGEST_SUBJECT = 60;

    private CaseWords() {}

    /** {@code 11월 24일(화) 9시}, {@code 11월 24일(화) 14시 5분}. */
    public static String time(Instant at) {
        ZonedDateTime time = Seoul.at(at);
        String hour = time.getMonthValue() + "월 " + time.getDayOfMonth() + "일("
                + time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.KOREAN) + ") " + time.getHour() + "시";
        return time.getMinute() == 0 ? hour : hour + " " + time.getMinute() + "분";
    }

    /** The first line of what the customer wrote, cut to what a list can show. */
    public static String subject(String text) {
        String line = text.strip().lines().findFirst().orElse("").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    /** CAR-2: the number and until when a person answers. */
    public static String received(SupportCase opened) {
        return "문의를 받았어요. 문의번호는 %s이고, 담당자가 %s까지 답해 드려요.".formatted(opened.caseNo(), time(opened.firstReplyDueAt()));
    }

    /** MSG-4: what happened, the choice the customer has, and until when a manager calls. */
    public static String lost(Loss loss, String caseNo, Instant callBy) {
        String where = loss.place().isBlank() ? "배송 중에" : loss.place() + "에서";
        String what = loss.type() == CaseType.LOST ? "분실된" : "파손된";
        return """
                고객님, 주문 %s 상품(%s)이 %s %s 것을 %s에 확인했어요. 기다리고 계셨을 텐데 죄송해요.
                새 상품을 다시 보내 드릴지, %s 전액을 환불해 드릴지 골라 주세요. 이 대화에 ‘재발송’ 또는 ‘환불’이라고만 적어 주셔도 돼요.
                담당 매니저가 %s까지 직접 전화드려요. 문의번호는 %s예요.""".formatted(
                        loss.orderNo(),
                        loss.itemsText(),
                        where,
                        what,
                        time(loss.occurredAt()),
                        new Won(loss.totalWon()).text(),
                        time(callBy),
                        caseNo);
    }
}
