package kr.dochak.shared;

import java.util.Arrays;

/**
 * The part of a network address that one household or machine has to itself: an IPv4 address whole, of an IPv6 address its
 * first 64 bits. Whoever counts by address counts by this, since an IPv6 asker has 2⁶⁴ addresses.
 */
public final class AddressBlock {

    private static final int GROUPS = 8;
    private static final int OURS = 4;

    private AddressBlock() {}

    /** The block of an address as {@code getRemoteAddr} writes it; what is no address stays as it is. */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        String plain = address.replaceAll("[\\[\\]]|%.*", "");
        if (plain.indexOf('.') > 0) {
            return plain.substring(plain.lastIndexOf(':') + 1); // an IPv4 address in the clothes of IPv6
        }
        String[] halves = plain.split("::", -1);
        String[] first = halves[0].isEmpty() ? new String[0] : halves[0].split(":");
        String[] last = halves.length < 2 || halves[1].isEmpty() ? new String[0] : halves[1].split(":");
        String[] groups = new String[GROUPS];
        Arrays.fill(groups, "0");
        System.arraycopy(first, 0, groups, 0, Math.min(first.length, GROUPS));
        if (halves.length == 2 && first.length + last.length <= GROUPS) {
            System.arraycopy(last, 0, groups, GROUPS - last.length, last.length);
        }
        return String.join(":", Arrays.copyOf(groups, OURS)).toLowerCase(java.util.Locale.ROOT) + "::/64";
    }
}
