package kr.dochak.alerts.ground;

/** When a disk is nearly full: less than a tenth and less than ten gigabytes are left. Pure. */
final class DiskRule {

    private static final long GIGABYTE = 1L << 30;
    private static final long LITTLE = 10 * GIGABYTE;
    private static final int SHARE = 10;

    private DiskRule() {}

    /** A disk whose size nobody knows is not full. */
    static boolean isFull(long total, long usable) {
        return total > 0 && usable < total / SHARE && usable < LITTLE;
    }

    /** What is left, in whole gigabytes: a number that does not change with every byte. */
    static String left(long usable) {
        return usable / GIGABYTE + " GB";
    }
}
