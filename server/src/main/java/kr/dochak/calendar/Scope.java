package kr.dochak.calendar;

/** Whose day it is. */
public enum Scope {
    /** A public holiday of the nation (임시공휴일, 대체공휴일): the law's business day, and whoever rests on holidays. */
    NATION,
    /** All carriers of Korea, such as 택배 없는 날; the law's business day stays. */
    CARRIERS,
    /** One carrier. */
    CARRIER,
    /** A mall: it hands nothing over, and the business clocks of its cases stand still. */
    MALL
}
