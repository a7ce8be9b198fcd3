package kr.dochak.benchmarks.replay;

/** What is odd in real files, and what is made of it. Nothing odd is dropped. */
enum Oddity {
    DUPLICATE_ID("the same order id again: the first one counts"),
    NO_CUSTOMER("no such customer: played with an unknown address"),
    NO_ITEMS("no items: played with one line that stands for what was paid"),
    NO_PAYMENT("no payment: played as it is, method unknown"),
    PAYMENT_DIFFERS("payments do not add up to items and shipping: the order's own sum counts"),
    ZERO_PRICE("an item for nothing: played as it is"),
    SEVERAL_SELLERS("several sellers: one hand-over is known, so one shipment; the first seller's place counts"),
    NO_APPROVAL("never approved: known from its purchase on"),
    APPROVED_BEFORE_ORDERED("approved before it was ordered: played as it is"),
    HANDED_OVER_BEFORE_APPROVAL("handed over before it was approved: its scans wait until the order is known"),
    HANDED_OVER_BEFORE_ORDERED("handed over before it was ordered: played as it is"),
    DELIVERED_BEFORE_APPROVAL("delivered before it was approved: its scans wait until the order is known"),
    DELIVERED_BEFORE_HANDOVER("delivered before it was handed over: both scans come with their own times"),
    DELIVERED_WITHOUT_HANDOVER("delivered, but never handed over: a shipment with one scan"),
    DELIVERED_WITHOUT_TIME("called delivered, but nobody wrote down when: never arrives here"),
    NEVER_HANDED_OVER("neither handed over nor cancelled: its promise is broken and stays open"),
    NEVER_DELIVERED("handed over and never delivered: its promise is broken and stays open"),
    CANCELLED_AFTER_HANDOVER("cancelled after it was handed over: both are played"),
    PROMISED_BEFORE_APPROVAL("promised for a moment before it was approved: broken from the start");

    private final String meaning;

    Oddity(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
