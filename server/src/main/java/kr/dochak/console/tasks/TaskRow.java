package kr.dochak.console.tasks;

import java.time.Duration;
import java.time.Instant;
import kr.dochak.care.tasks.Task;
import kr.dochak.care.tasks.Wish;
import kr.dochak.console.ConsoleWords;
import kr.dochak.pages.Tone;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import kr.dochak.tracking.TrackingNumber;
import org.jspecify.annotations.Nullable;

/**
 * A task in the list.
 *
 * @param carrier who has it, and {@code number}; none while nothing travels
 */
public record TaskRow(
        Task task,
        String orderNo,
        String item,
        String customer,
        @Nullable CarrierId carrier,
        @Nullable TrackingNumber number) {

    private static final Duration SOON = Duration.ofHours(1);

    /** What is to be done, in a sentence. */
    public String what(Words words, Instant now) {
        String key = "console.task.what." + task.kind();
        return task.kind() == kr.dochak.care.tasks.TaskKind.DELIVERY_REQUEST
                ? words.word(key, wish(task.wished(), words, now))
                : words.word(key);
    }

    private static String wish(@Nullable Wish wish, Words words, Instant now) {
        if (wish == null) {
            return "";
        }
        String place = words.word("console.place." + wish.place())
                + (wish.note() ? " " + words.word("console.task.note") : "");
        return wish.day() == null
                ? place
                : KoreanTime.date(wish.day(), Seoul.dateOf(now), words.locale()) + ", " + place;
    }

    /** Its clock in words. */
    public String clock(Words words, Instant now) {
        Duration left = Duration.between(now, task.dueAt());
        return words.word(
                left.isNegative() ? "console.task.over" : "console.task.left", KoreanTime.length(left, words.locale()));
    }

    public Tone tone(Instant now) {
        Duration left = Duration.between(now, task.dueAt());
        return left.isNegative() ? Tone.LATE : left.compareTo(SOON) < 0 ? Tone.AT_RISK : Tone.NEUTRAL;
    }

    /** Carrier and number. */
    public String parcel(Words words) {
        return carrier == null ? "" : ConsoleWords.carrier(carrier, words) + " " + number;
    }
}
