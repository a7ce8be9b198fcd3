package kr.dochak.settings;

/** Where a setting stands on the page, and with that who owns it. */
public enum Section {
    CARE,
    MESSAGES,
    DELIVERY,
    FORECAST,
    ORDERS,
    MONEY,
    PRIVACY,
    SECURITY
}
