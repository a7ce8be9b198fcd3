package kr.dochak.identity.factors;

/** Bytes in the letters that authenticator apps read (RFC 4648), without padding. */
final class Base32 {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int waiting = 0;
        for (byte each : bytes) {
            held = held << Byte.SIZE | each & 0xff;
            waiting += Byte.SIZE;
            while (waiting >= BITS) {
                waiting -= BITS;
                text.append(LETTERS.charAt(held >> waiting & 31));
            }
            held &= (1 << waiting) - 1;
        }
        if (waiting > 0) {
            text.append(LETTERS.charAt(held << (BITS - waiting) & 31));
        }
        return text.toString();
    }
}
