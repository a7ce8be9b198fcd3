package kr.dochak.care;

/** Who has to move next: we, the customer, or nobody. */
public enum CaseStatus {
    OPEN,
    WAITING_CUSTOMER,
    SOLVED
}
