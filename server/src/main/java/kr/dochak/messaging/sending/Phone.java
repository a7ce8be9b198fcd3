package kr.dochak.messaging.sending;

/** Phone numbers as vendors want them. */
final class Phone {

    private Phone() {}

    /** Digits only, {@code +82} as {@code 0}: {@code +82 10-1234-5678} becomes {@code 01012345678}. */
    static String digits(String phone) {
        String digits = phone.replaceAll("[^0-9+]", "");
        return digits.startsWith("+82") ? "0" + digits.substring(3).replaceFirst("^0", "") : digits.replace("+", "");
    }
}
