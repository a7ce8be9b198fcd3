package kr.dochak.simulator.carriers;

import java.util.List;

/** What a scan says, in the words of each carrier; the order of words is CJ, Hanjin, Lotte, post, Logen, Coupang. */
public enum Stage {
    REGISTERED("INFO_RECEIVED", "운송장등록|접수|운송장등록|운송장출력|접수|운송장 등록"),
    COLLECTED("PICKED_UP", "집화처리|집하|집하|집하완료|집하완료|집하"),
    DEPARTED("IN_TRANSIT", "간선상차|로 이동중|구간발송|발송|집하출고|센터상차"),
    HUB_IN("IN_TRANSIT", "간선하차|에 도착|구간도착|도착|터미널입고|센터도착"),
    HUB_OUT("IN_TRANSIT", "간선상차|로 이동중|구간발송|발송|터미널출고|센터상차"),
    FERRY("IN_TRANSIT", "선박적재|로 이동중|구간발송|선편발송|터미널출고|센터상차"),
    LOCAL_IN("IN_TRANSIT", "간선하차|에 입고|구간도착|도착|배송입고|캠프도착"),
    WRONG_PLACE("IN_TRANSIT", "오분류|오분류|오도착|오도착|오분류|오분류"),
    OUT("OUT_FOR_DELIVERY", "배송출발|배송출발|배송출발|배달준비|배송출고|배송출발"),
    MISSED("ATTEMPT_FAIL", "미배달(부재)|미배송|배달불가|미배달|미배송|배송실패"),
    DELIVERED("DELIVERED", "배송완료|배송완료|배달완료|배달완료|배송완료|배송완료"),
    ACCIDENT("EXCEPTION", "사고접수|사고처리|사고등록|사고|사고접수|사고"),
    RETURNING("RETURNING", "반송출고|반송|반송|반송|반송출고|반송"),
    RETURNED("RETURNED", "반송완료|반송완료|반송완료|반송완료|반송완료|반송완료");

    private final String status;
    private final List<String> words;

    Stage(String status, String words) {
        this.status = status;
        this.words = List.of(words.split("\\|"));
    }

    public String status() {
        return status;
    }

    public String words(Carrier carrier) {
        return words.get(carrier.ordinal());
    }
}
