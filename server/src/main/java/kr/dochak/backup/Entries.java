package kr.dochak.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the entries of a backup, and remembers the hash of each. */
final class Entries implements AutoCloseable {

    private static final int PIECE = 1 << 16;

    private final FileChannel channel;
    private final ZipOutputStream zip;
    private final Map<String, String> hashes = new TreeMap<>();

    Entries(Path file) throws IOException {
        this.channel = FileChannel.open(file, StandardOpenOption.WRITE);
        this.zip = new ZipOutputStream(Channels.newOutputStream(channel));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    Map<String, String> hashes() {
        return new TreeMap<>(hashes);
    }

    void folder(String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name + "/"));
        zip.closeEntry();
    }

    /** A file that may grow meanwhile, to the size it has now, or may be gone: PostgreSQL makes both good from its log. */
    void file(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            entry(name, out -> copy(in, out, size));
        } catch (NoSuchFileException gone) {
            // a table that was dropped, or a file of a moment
        }
    }

    void bytes(String name, byte[] bytes) throws IOException {
        entry(name, out -> out.write(bytes));
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private void entry(String name, Content content) throws IOException {
        MessageDigest digest = sha256();
        zip.putNextEntry(new ZipEntry(name));
        content.to(new DigestOutputStream(zip, digest));
        zip.closeEntry();
        hashes.put(name, HexFormat.of().formatHex(digest.digest()));
    }

    private static void copy(InputStream in, OutputStream out, long size) throws IOException {
        byte[] piece = new byte[PIECE];
        for (long left = size; left > 0; ) {
            int read = in.read(piece, 0, (int) Math.min(PIECE, left));
            if (read < 0) {
                return;
            }
            out.write(piece, 0, read);
            left -= read;
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On disk when this returns. */
    void finish() {
        try {
            zip.finish();
            zip.flush();
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
