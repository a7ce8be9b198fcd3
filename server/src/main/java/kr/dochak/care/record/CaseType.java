package kr.dochak.care.record;

/** What a case is about; the tree of reasons begins here (CAR-3). */
public enum CaseType {
    DELIVERY_DELAY("배송 지연"),
    LOST("분실"),
    DAMAGED("파손"),
    ADDRESS_CHANGE("주소 변경"),
    CANCEL("취소"),
    RETURN("반품"),
    EXCHANGE("교환"),
    REFUND("환불"),
    COUPON("쿠폰·적립금"),
    ETC("기타");

    private final String korean;

    CaseType(String korean) {
        this.korean = korean;
    }

    /** As customers and staff say it. */
    public String korean() {
        return korean;
    }
}
