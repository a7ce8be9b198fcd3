package kr.dochak.portal.account;

/** A coupon that can be used; {@code until} is its last day. */
public record CouponLine(int percent, long most, String reason, String until) {}
