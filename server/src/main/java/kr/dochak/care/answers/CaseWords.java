package kr.dochak.care.answers;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import kr.dochak.care.record.CaseOwner;
import kr.dochak.care.record.CaseType;
import kr.dochak.care.record.SupportCase;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Won;
import org.jspecify.annotations.Nullable;

/** What the product itself writes on a case. These words stay on the record, so times are dates, never "tomorrow". */
public final class CaseWords {

    private static final int LONGEST_SUBJECT = 60;

    private CaseWords() {}

    /** {@code 11월 24일(화) 오전 9시}, {@code 11월 24일(화) 오후 2시 5분}; as in messages and on pages. */
    public static String time(Instant at) {
        ZonedDateTime time = Seoul.at(at);
        return KoreanTime.date(time.toLocalDate(), TextStyle.SHORT, Locale.KOREAN) + " "
                + KoreanTime.hour(time.getHour() * 60 + time.getMinute(), Locale.KOREAN);
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

    /**
     * MSG-4: what happened, and until when a manager calls.
     *
     * @param manager who calls, by name; null while nobody is named
     */
    public static String lost(Loss loss, String caseNo, @Nullable CaseOwner manager, Instant callBy) {
        String where = loss.place().isBlank() ? "배송 중에" : loss.place() + "에서";
        String what = loss.type() == CaseType.LOST ? "분실된" : "파손된";
        return """
                고객님, 주문 %s 상품(%s, %s)이 %s %s 것을 %s에 확인했어요. 기다리고 계셨을 텐데 죄송해요.
                %s %s까지 직접 전화드려요. 다시 받으실지 환불받으실지 그때 함께 정해요.
                원하시는 쪽을 이 대화에 먼저 적어 주셔도 돼요. 문의번호는 %s예요.""".formatted(
                        loss.orderNo(),
                        loss.itemsText(),
                        new Won(loss.totalWon()).text(),
                        where,
                        what,
                        time(loss.occurredAt()),
                        manager == null ? "담당 매니저가" : "담당 매니저 " + manager.name() + "님이",
                        time(callBy),
                        caseNo);
    }

    /** The parcel came, which was the question. */
    public static String came(Instant at) {
        return "상품이 %s에 도착한 것을 확인해서 이 문의를 마쳤어요. 남은 일이 있으면 여기에 이어서 적어 주세요.".formatted(time(at));
    }

    /** The order was cancelled, which was the wish. */
    public static String cancelled(Instant at) {
        return "주문이 %s에 취소된 것을 확인해서 이 문의를 마쳤어요. 남은 일이 있으면 여기에 이어서 적어 주세요.".formatted(time(at));
    }
}
