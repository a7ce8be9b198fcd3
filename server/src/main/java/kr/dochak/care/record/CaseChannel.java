package kr.dochak.care.record;

/** How a case came to us (CAR-1); {@code LINK} is the signed tracking page, {@code AGENT} one opened by staff. */
public enum CaseChannel {
    PORTAL,
    LINK,
    SYSTEM,
    AGENT,
    PHONE,
    EMAIL,
    KAKAO
}
