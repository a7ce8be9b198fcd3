package kr.dochak.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import kr.dochak.database.OwnFiles;
import org.jspecify.annotations.Nullable;

/** Makes a data folder of a backup: into an empty one only, and each file as it was when the backup was made. */
final class FolderRestore {

    private final Path data;

    FolderRestore(Path data) {
        this.data = data.toAbsolutePath().normalize();
    }

    /**
     * Throws {@link BackupProblem}; a folder that could not be finished is not left behind.
     *
     * @param erasures the list of the folder that the backup is of, as it is now
     */
    Manifest read(Path file, @Nullable Path erasures) throws IOException {
        if (!isEmpty()) {
            throw new BackupProblem(
                    data + " 폴더가 비어 있지 않아요. 빈 폴더를 골라 주세요.", "the folder is not empty; choose an empty one");
        }
        Path draft = data.resolveSibling(data.getFileName() + ".restoring");
        OwnFiles.remove(draft);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            OwnFiles.folder(draft);
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                extract(zip, entry, draft, manifest);
            }
            RestoredMark.write(draft, manifest, erasures == null ? List.of() : Files.readAllLines(erasures));
            Files.deleteIfExists(data);
            Files.move(draft, data);
            return manifest;
        } catch (ZipException broken) {
            throw new BackupProblem(file + "은 온전한 백업이 아니에요.", "not a whole backup");
        } finally {
            OwnFiles.remove(draft);
        }
    }

    private boolean isEmpty() throws IOException {
        if (!Files.exists(data)) {
            return true;
        }
        if (!Files.isDirectory(data)) {
            throw new NotDirectoryException(data.toString());
        }
        try (Stream<Path> inside = Files.list(data)) {
            return inside.findAny().isEmpty();
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new BackupProblem("백업이 끝까지 만들어지지 않은 파일이에요.", "the backup was never finished");
        }
        Manifest manifest;
        try (InputStream in = zip.getInputStream(entry)) {
            manifest = Manifest.of(in.readAllBytes());
        }
        if (manifest.format() > Manifest.FORMAT) {
            throw new BackupProblem(
                    "더 새로운 버전이 만든 백업이에요. 그 버전으로 복구해 주세요.", "made by a newer version; restore with that one");
        }
        for (String name : manifest.files().keySet()) {
            if (zip.getEntry(name) == null) {
                throw new BackupProblem("백업에 " + name + " 파일이 없어요.", "a file is missing");
            }
        }
        return manifest;
    }

    private static void extract(ZipFile zip, ZipEntry entry, Path into, Manifest manifest) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new BackupProblem("백업에 폴더 밖을 가리키는 이름이 있어요: " + entry.getName(), "a name leads out of the folder");
        }
        if (entry.isDirectory()) {
            OwnFiles.folder(target);
            return;
        }
        if (entry.getName().equals(Manifest.NAME)) {
            return;
        }
        OwnFiles.folder(Objects.requireNonNull(target.getParent()));
        String hash = extract(zip, entry, target);
        if (!hash.equals(manifest.files().get(entry.getName()))) {
            throw new BackupProblem("백업의 " + entry.getName() + " 파일이 만들 때와 달라요.", "a file is not what it was");
        }
    }

    private static String extract(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        MessageDigest digest = Entries.sha256();
        OwnFiles.fresh(target);
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(target), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
