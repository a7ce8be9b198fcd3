package kr.dochak.wire;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Which network addresses requests of ours may go to. Pure. */
public final class AddressRule {

    private AddressRule() {}

    public static boolean isAllowed(InetAddress address, AllowedTargets reach) {
        if (address.isLoopbackAddress()) {
            return reach != AllowedTargets.PUBLIC;
        }
        if (address.isAnyLocalAddress() || address.isLinkLocalAddress() || address.isMulticastAddress()) {
            return false; // the link-local addresses are those of the clouds' metadata
        }
        byte[] bytes = address.getAddress();
        boolean privately = address instanceof Inet4Address ? isPrivate4(bytes) : isPrivate6(bytes);
        return !privately ? !isReserved(bytes) : reach == AllowedTargets.PRIVATE;
    }

    /** 10/8, 172.16/12, 192.168/16 and what carriers use behind their own wall, 100.64/10. */
    private static boolean isPrivate4(byte[] a) {
        int first = a[0] & 0xff;
        int second = a[1] & 0xff;
        return first == 10
                || first == 172 && second >= 16 && second < 32
                || first == 192 && second == 168
                || first == 100 && second >= 64 && second < 128;
    }

    /** fc00::/7, and the old site-local fec0::/10. */
    private static boolean isPrivate6(byte[] a) {
        int first = a[0] & 0xff;
        return (first & 0xfe) == 0xfc || first == 0xfe && (a[1] & 0xc0) == 0xc0;
    }

    private static boolean isReserved(byte[] a) {
        int first = a[0] & 0xff;
        int second = a[1] & 0xff;
        if (a.length == 4) {
            return first == 0
                    || first >= 240
                    || first == 192 && second == 0 && a[2] == 0
                    || first == 198 && (second == 18 || second == 19);
        }
        return (first & 0xe0) != 0x20 // only 2000::/3 is given out; the rest hides IPv4 addresses or nothing
                || first == 0x20 && second == 0x02 // 6to4
                || first == 0x20 && second == 0x01 && a[2] == 0 && a[3] == 0; // Teredo
    }
}
