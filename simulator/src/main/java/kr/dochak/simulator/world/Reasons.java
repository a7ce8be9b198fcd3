package kr.dochak.simulator.world;

import java.util.List;

/** What customers say when they change their mind. */
final class Reasons {

    static final List<String> CANCELLATIONS = List.of("단순 변심", "옵션을 잘못 골랐어요", "다른 곳에서 샀어요", "배송이 늦을 것 같아서", "중복 주문");
    static final String NEW_HOUSE = "1층 관리사무소";

    private Reasons() {}
}
