package kr.dochak.care.record;

/** Who has to move next: we, the customer, or nobody. */
public enum CaseStatus {
    OPEN,
    WAITING_CUSTOMER,
    SOLVED
}
