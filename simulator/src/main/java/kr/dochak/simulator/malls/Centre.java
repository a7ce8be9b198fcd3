package kr.dochak.simulator.malls;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.Holidays;
import kr.dochak.simulator.korea.KoreanTime;

/** A fulfilment centre: orders paid before its cut-off leave the same dispatch day. */
public enum Centre {
    ICN1("인천", "인천센터", LocalTime.of(14, 0)),
    DJN1("대전", "대전센터", LocalTime.of(15, 0)),
    GPO1("경기", "김포센터", LocalTime.of(14, 0)),
    YSN1("경남", "양산센터", LocalTime.of(13, 30));

    private final String area;
    private final String title;
    private final LocalTime cutoff;

    Centre(String area, String title, LocalTime cutoff) {
        this.area = area;
        this.title = title;
        this.cutoff = cutoff;
    }

    public String area() {
        return area;
    }

    public String title() {
        return title;
    }

    /** When each step inside the centre happens. */
    public record Work(LocalDateTime picking, LocalDateTime packed, LocalDateTime registered) {}

    public LocalDate dispatchDay(LocalDateTime paidAt) {
        LocalDate day = paidAt.toLocalDate();
        LocalDate first = paidAt.toLocalTime().isBefore(cutoff) ? day : day.plusDays(1);
        return Holidays.dispatchDayFrom(first);
    }

    /** Ordinary parcels: picked after the morning's start, packed well before the carrier comes at about 18:00. */
    public Work work(LocalDateTime paidAt, Dice dice) {
        LocalDateTime ready = KoreanTime.later(paidAt.plusMinutes(10), dispatchDay(paidAt), LocalTime.of(8, 30));
        LocalDateTime picking = ready.plusMinutes(dice.between(5, 100));
        LocalDateTime packed = picking.plusMinutes(dice.between(12, 55));
        return new Work(picking, packed, packed.plusMinutes(dice.between(3, 15)));
    }

    /** Timed slots: the centre works towards the moment the courier leaves. */
    public Work workTowards(LocalDateTime paidAt, LocalDateTime leaves, Dice dice) {
        LocalDateTime picking = KoreanTime.later(paidAt.plusMinutes(4), leaves.minusMinutes(dice.between(90, 150)));
        LocalDateTime packed = picking.plusMinutes(dice.between(8, 20));
        return new Work(picking, packed, packed.plusMinutes(2));
    }
}
