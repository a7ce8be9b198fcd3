package kr.dochak.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kr.dochak.database.EmbeddedFolder;
import kr.dochak.database.OwnFiles;

/**
 * Writes everything of a data folder that must survive into one file, whether the server works meanwhile or not. Keys are
 * never in it: neither the vault's, without which no name can be read, nor passwords.
 */
final class FolderBackup {

    /** Names in PostgreSQL's folder whose content is of this run only; the folders themselves are wanted. */
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "pg_replslot", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans", "pg_dynshmem");

    private static final Set<String> OF_THE_RUN = Set.of("postmaster.pid", "postmaster.opts", "pg_internal.init");
    private static final String LOG = "pg_wal";
    /** What else lies in the data folder and is nobody's secret. */
    private static final List<String> OTHERS = List.of("mappings");

    private final EmbeddedFolder folder;
    private final Instant now;

    FolderBackup(Path data, Instant now) {
        this.folder = new EmbeddedFolder(data);
        this.now = now;
    }

    /** Throws {@link BackupProblem}; a file that could not be finished is not left behind. */
    Manifest write(Path file) throws IOException, SQLException {
        if (!folder.isThere()) {
            throw new BackupProblem(
                    folder.data() + "에는 내장 PostgreSQL이 없어요. 밖의 PostgreSQL을 쓰면 pg_dump로 백업해 주세요.",
                    "no embedded PostgreSQL there; back an outside one up with pg_dump");
        }
        if (Files.exists(file)) {
            throw new BackupProblem(
                    file + " 파일이 이미 있어요. 다른 이름을 써 주세요.", "the file is there already; choose another name");
        }
        Path target = file.toAbsolutePath();
        Path draft = OwnFiles.temporary(scratch(target), target.getFileName() + ".", ".part");
        try {
            Manifest manifest = folder.isRunning() ? whileRunning(draft) : standing(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Beside the target, so that it can be renamed; the parent itself keeps the permissions it has. */
    private static Path scratch(Path target) throws IOException {
        Path parent = target.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new BackupProblem(parent + " 폴더가 없어요.", "no such folder");
        }
        return OwnFiles.folder(parent.resolve(".dochak-backup"));
    }

    private Manifest whileRunning(Path draft) throws IOException, SQLException {
        try (Entries entries = new Entries(draft);
                Running running = Running.begin(folder)) {
            files(entries, false);
            Map<String, Long> rows = running.rows();
            String label = running.end();
            entries.bytes("postgres/backup_label", label.getBytes(StandardCharsets.UTF_8));
            tree(entries, folder.files().resolve(LOG), "postgres/" + LOG);
            return finish(entries, true, rows);
        }
    }

    private Manifest standing(Path draft) throws IOException {
        try (Entries entries = new Entries(draft)) {
            files(entries, true);
            if (folder.isRunning()) {
                throw new BackupProblem("백업하는 동안 서버가 켜졌어요. 한 번 더 해 주세요.", "the server started meanwhile; do it again");
            }
            return finish(entries, false, Map.of());
        }
    }

    /** Without the log where it is copied last, as PostgreSQL wants it of a server that works. */
    private void files(Entries entries, boolean withLog) throws IOException {
        try (Stream<Path> top = Files.list(folder.files())) {
            for (Path each : top.sorted().toList()) {
                String name = each.getFileName().toString();
                if (name.equals(LOG) && !withLog || name.equals("backup_label")) {
                    continue;
                }
                if (OF_THE_MOMENT.contains(name)) {
                    entries.folder("postgres/" + name);
                } else {
                    tree(entries, each, "postgres/" + name);
                }
            }
        }
        for (String other : OTHERS) {
            if (Files.exists(folder.data().resolve(other))) {
                tree(entries, folder.data().resolve(other), other);
            }
        }
    }

    private static void tree(Entries entries, Path path, String name) throws IOException {
        String last = path.getFileName().toString();
        if (OF_THE_RUN.contains(last) || last.startsWith("pgsql_tmp")) {
            return;
        }
        if (!Files.isDirectory(path)) {
            entries.file(name, path);
            return;
        }
        entries.folder(name);
        try (Stream<Path> inside = Files.list(path)) {
            for (Path each : inside.sorted().toList()) {
                tree(entries, each, name + "/" + each.getFileName());
            }
        }
    }

    private Manifest finish(Entries entries, boolean running, Map<String, Long> rows) throws IOException {
        String version = Files.readString(folder.files().resolve("PG_VERSION")).strip();
        Manifest manifest = new Manifest(Manifest.FORMAT, now, version, running, rows, entries.hashes());
        entries.bytes(Manifest.NAME, manifest.json());
        entries.finish();
        return manifest;
    }
}
