package kr.dochak.simulator.carriers;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kr.dochak.simulator.korea.Holidays;
import org.jspecify.annotations.Nullable;

/**
 * The five large parcel carriers, and one that carries only what is placed by hand: their share, how often they send scans,
 * and the days they rest.
 */
public enum Carrier {
    CJ("kr.cjlogistics", "CJ대한통운", 46, 2),
    HANJIN("kr.hanjin", "한진택배", 18, 5),
    LOTTE("kr.lotte", "롯데택배", 16, 10),
    EPOST("kr.epost", "우체국택배", 11, 5),
    LOGEN("kr.logen", "로젠택배", 9, 15),
    COUPANG_LS("kr.coupangls", "쿠팡로지스틱스", 0, 1);

    private final String id;
    private final String title;
    private final int share;
    private final int batchMinutes;

    Carrier(String id, String title, int share, int batchMinutes) {
        this.id = id;
        this.title = title;
        this.share = share;
        this.batchMinutes = batchMinutes;
    }

    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    public int share() {
        return share;
    }

    public int batchMinutes() {
        return batchMinutes;
    }

    public boolean deliversOn(LocalDate day) {
        if (this == CJ || this == COUPANG_LS) {
            return !Holidays.isFestival(day);
        }
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !Holidays.isHoliday(day);
    }

    public LocalDate deliveryDayFrom(LocalDate day) {
        return deliversOn(day) ? day : deliveryDayFrom(day.plusDays(1));
    }

    public List<Hub> hubs() {
        return Arrays.stream(Hub.values()).filter(hub -> hub.carrier() == this).toList();
    }

    public static Carrier ofId(String id) {
        return Arrays.stream(values())
                .filter(carrier -> carrier.id.equals(id) || carrier.title.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("모르는 택배사입니다: " + id));
    }

    public static @Nullable Carrier ofIdOrNull(@Nullable String id) {
        return id == null || id.isBlank() ? null : ofId(id);
    }
}
