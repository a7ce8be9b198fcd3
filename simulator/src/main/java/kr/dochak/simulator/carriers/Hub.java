package kr.dochak.simulator.carriers;

import java.util.Arrays;
import java.util.List;

/** A night sorting hub and the areas it sorts for. */
public enum Hub {
    OKCHEON(Carrier.CJ, "옥천HUB", "충북 충남 세종 전북 전남 광주 제주"),
    GONJIAM(Carrier.CJ, "곤지암HUB", "서울 경기 인천 강원"),
    DAEJEON(Carrier.CJ, "대전HUB", "대전 대구 경북 경남 부산 울산"),
    HANJIN_MEGA(Carrier.HANJIN, "대전메가허브", "대전 세종 충북 충남 전북 전남 광주 대구 경북 경남 부산 울산 제주"),
    HANJIN_EAST(Carrier.HANJIN, "동서울허브", "서울 경기 인천 강원"),
    LOTTE_MEGA(Carrier.LOTTE, "진천메가허브", "서울 경기 인천 강원 충북 충남 세종 대전 전북 전남 광주 제주"),
    LOTTE_YANGSAN(Carrier.LOTTE, "양산허브", "대구 경북 경남 부산 울산"),
    POST_DAEJEON(Carrier.EPOST, "대전우편집중국", "대전 세종 충북 충남 전북 전남 광주 대구 경북 경남 부산 울산 제주"),
    POST_EAST(Carrier.EPOST, "동서울우편집중국", "서울 경기 인천 강원"),
    LOGEN_DEOKPYEONG(Carrier.LOGEN, "덕평허브", "서울 경기 인천 강원 충북 충남 세종"),
    LOGEN_DAEJEON(Carrier.LOGEN, "로젠대전허브", "대전 전북 전남 광주 대구 경북 경남 부산 울산 제주"),
    COUPANG_DEOKPYEONG(Carrier.COUPANG_LS, "덕평센터", "서울 경기 인천 강원 충북 충남 세종"),
    COUPANG_DAEGU(Carrier.COUPANG_LS, "대구센터", "대전 전북 전남 광주 대구 경북 경남 부산 울산 제주");

    private final Carrier carrier;
    private final String title;
    private final List<String> areas;

    Hub(Carrier carrier, String title, String areas) {
        this.carrier = carrier;
        this.title = title;
        this.areas = List.of(areas.split(" "));
    }

    public Carrier carrier() {
        return carrier;
    }

    public String title() {
        return title;
    }

    public static Hub sortingFor(Carrier carrier, String area) {
        return carrier.hubs().stream()
                .filter(hub -> hub.areas.contains(area))
                .findFirst()
                .orElseGet(() -> carrier.hubs().getFirst());
    }

    public static Hub ofTitle(String title) {
        return Arrays.stream(values())
                .filter(hub -> hub.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("모르는 허브입니다: " + title));
    }
}
