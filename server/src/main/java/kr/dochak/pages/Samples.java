package kr.dochak.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import kr.dochak.shared.KoreanTime;

/** What the page of components is filled with. */
public record Samples(
        PromiseBand trace, PromiseBand calm, PromiseBand late, Timeline timeline, Steps steps, List<Field> fields) {

    /** Samples around a moment. */
    public static Samples at(Instant now, boolean english) {
        LocalDateTime today = LocalDate.ofInstant(now, KoreanTime.SEOUL).atStartOfDay();
        return new Samples(
                trace(today, english),
                strip(today, 37, 2, new PromiseBand.Promised(hour(today, 42), .05, false)),
                strip(today, 45, 3, new PromiseBand.Promised(hour(today, 42), .8, true)),
                timeline(english),
                new Steps(4, List.of("11.19", "11.19", "11.20", "11.21")),
                fields(english));
    }

    private static PromiseBand trace(LocalDateTime today, boolean english) {
        return new PromiseBand(
                hour(today, -30),
                hour(today, 54),
                hour(today, 15),
                new PromiseBand.Promised(hour(today, 42), .23, true),
                List.of(
                        version(today, -28, 34, 5, english ? "Ordered" : "주문"),
                        version(today, -8, 36, 3.2, english ? "Picked up" : "집화"),
                        version(today, 3, 41, 3, english ? "Sorting delay at the hub" : "허브 분류 지연"),
                        version(today, 14.5, 40.5, 1.6, english ? "Left the hub" : "허브 출발")),
                List.of(
                        mark(today, -8, PromiseBand.Kind.SCAN, english ? "Picked up" : "집화"),
                        mark(today, -1, PromiseBand.Kind.SCAN, english ? "Hub" : "옥천허브 도착"),
                        mark(today, 3.5, PromiseBand.Kind.NOTICE, english ? "Delay notice" : "지연 안내"),
                        mark(today, 4, PromiseBand.Kind.GRANT, english ? "2,000 points" : "적립금 2,000원"),
                        mark(today, 9, PromiseBand.Kind.CASE, english ? "Question" : "문의"),
                        mark(today, 14.5, PromiseBand.Kind.SCAN, english ? "Left the hub" : "옥천허브 출발")));
    }

    private static PromiseBand strip(LocalDateTime today, double middle, double spread, PromiseBand.Promised promised) {
        return PromiseBand.of(
                hour(today, 0), hour(today, 54), hour(today, 15), promised, version(today, 14, middle, spread, ""));
    }

    private static PromiseBand.Version version(
            LocalDateTime today, double at, double middle, double spread, String why) {
        return new PromiseBand.Version(
                hour(today, at),
                hour(today, middle - spread * 1.6),
                hour(today, middle - spread * 0.7),
                hour(today, middle),
                hour(today, middle + spread * 0.8),
                hour(today, middle + spread * 2),
                why);
    }

    private static PromiseBand.Mark mark(LocalDateTime today, double at, PromiseBand.Kind kind, String label) {
        return new PromiseBand.Mark(hour(today, at), kind, label);
    }

    private static Instant hour(LocalDateTime today, double hours) {
        return today.plusMinutes(Math.round(hours * 60))
                .atZone(KoreanTime.SEOUL)
                .toInstant();
    }

    private static Timeline timeline(boolean english) {
        return english
                ? new Timeline(List.of(
                        new Timeline.Day(
                                "Today",
                                List.of(
                                        new Timeline.Event("2:30 pm", "Left the hub", "Okcheon hub", Tone.ON_TIME),
                                        new Timeline.Event(
                                                "3:00 am", "Waiting to be sorted", "Okcheon hub", Tone.AT_RISK))),
                        new Timeline.Day(
                                "Yesterday", List.of(new Timeline.Event("4:00 pm", "Picked up", "Gimpo", Tone.DONE)))))
                : new Timeline(List.of(
                        new Timeline.Day(
                                "오늘",
                                List.of(
                                        new Timeline.Event("오후 2:30", "허브에서 출발했어요", "옥천허브", Tone.ON_TIME),
                                        new Timeline.Event("오전 3:00", "분류를 기다리고 있어요", "옥천허브", Tone.AT_RISK))),
                        new Timeline.Day(
                                "어제", List.of(new Timeline.Event("오후 4:00", "택배사가 물건을 받았어요", "김포", Tone.DONE)))));
    }

    private static List<Field> fields(boolean english) {
        return english
                ? List.of(
                        Field.text("name", "Name", "Kim Haneul").needed(),
                        Field.text("phone", "Phone", "010-12")
                                .type("tel")
                                .needed()
                                .error("This number looks short. Enter all eleven digits."),
                        Field.choice("place", "Leave it", "door", List.of(new Field.Option("door", "At the door"))),
                        Field.area("note", "Note for the driver", "").help("We delete door codes after delivery."))
                : List.of(
                        Field.text("name", "받는 분", "김하늘").needed(),
                        Field.text("phone", "휴대폰 번호", "010-12")
                                .type("tel")
                                .needed()
                                .error("번호가 짧아요. 11자리를 모두 적어 주세요."),
                        Field.choice("place", "받을 곳", "door", List.of(new Field.Option("door", "문 앞"))),
                        Field.area("note", "기사님께 남길 말", "").help("공동현관 비밀번호는 배송이 끝나면 지워요."));
    }
}
