package kr.dochak.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Refuses a spreadsheet that is small as a file and enormous when it is opened. What the archive says about itself is not
 * believed: everything is unpacked and counted once, into nothing.
 */
final class XlsxSize {

    static final long MOST_UNPACKED = 512L * 1024 * 1024;
    /** The texts of a workbook are kept in memory while it is read. */
    static final long MOST_TEXTS = 96L * 1024 * 1024;

    static final int MOST_RATIO = 150;
    private static final long SMALL = 4L * 1024 * 1024;
    private static final int MOST_ENTRIES = 2_000;

    private XlsxSize() {}

    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw bomb();
            }
            long total = 0;
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                total += unpacked(zip, entry, MOST_UNPACKED - total);
            }
        } catch (ZipException e) {
            throw new UnfitFile("broken", "sheets.problem.broken-xlsx");
        }
    }

    private static long unpacked(ZipFile zip, ZipEntry entry, long left) throws IOException {
        long most = Math.min(left, entry.getName().endsWith("sharedStrings.xml") ? MOST_TEXTS : MOST_UNPACKED);
        byte[] buffer = new byte[64 * 1024];
        long bytes = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (bytes == 0 && new String(buffer, 0, count, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
                    throw bomb();
                }
                bytes += count;
                if (bytes > most || (bytes > SMALL && bytes > MOST_RATIO * Math.max(1, entry.getCompressedSize()))) {
                    throw bomb();
                }
            }
        }
        return bytes;
    }

    private static UnfitFile bomb() {
        return new UnfitFile("bomb", "sheets.problem.bomb");
    }
}
