package kr.dochak.identity.factors;

/**
 * A secret on its way into somebody's authenticator app.
 *
 * @param square to be read by the phone
 * @param text the same secret for who types it, in groups of four
 */
public record Enrolment(QrCode square, String text) {}
