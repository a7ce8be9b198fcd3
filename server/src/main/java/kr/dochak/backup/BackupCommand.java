package kr.dochak.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code backup FILE} and {@code restore FILE} of the command line (SET-3): without the server, beside it while it works. */
public final class BackupCommand {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int WRONG_CALL = 2;

    private final PrintStream out;
    private final InstantSource clock;

    /** @param clock of the machine: a backup is of the wall's day, whatever time its world has */
    public BackupCommand(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Whether these arguments ask for one of the two. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && (arguments[0].equals("backup") || arguments[0].equals("restore"));
    }

    private record Call(
            String what, Path file, Path data, @Nullable Path erasures) {}

    /** The exit code: 0 done, 1 refused or failed, 2 called in another way. */
    public int run(String... arguments) {
        Call call = call(arguments);
        if (call == null) {
            out.println("이렇게 써 주세요 (usage): backup FILE --data DIR | restore FILE --data DIR [--erased LIST]");
            return WRONG_CALL;
        }
        try {
            if (call.what().equals("backup")) {
                backup(call);
            } else {
                restore(call);
            }
            return DONE;
        } catch (BackupProblem refused) {
            out.println(refused.getMessage());
        } catch (NoSuchFileException missing) {
            out.println("파일이 없어요 (no such file): " + missing.getFile());
        } catch (IOException | SQLException failed) {
            out.println("끝내지 못했어요 (failed): " + failed.getMessage());
        }
        return FAILED;
    }

    private static @Nullable Call call(String... arguments) {
        List<String> names = new ArrayList<>();
        Map<String, Path> options = new HashMap<>();
        for (int i = 1; i < arguments.length; i++) {
            if (!arguments[i].startsWith("--")) {
                names.add(arguments[i]);
            } else if (i + 1 < arguments.length && List.of("--data", "--erased").contains(arguments[i])) {
                options.put(arguments[i], Path.of(arguments[++i]));
            } else {
                return null;
            }
        }
        if (names.size() != 1) {
            return null;
        }
        Path data =
                options.getOrDefault("--data", Path.of("data")).toAbsolutePath().normalize();
        return new Call(arguments[0], Path.of(names.getFirst()), data, options.get("--erased"));
    }

    private void backup(Call call) throws IOException, SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        BackupNote.begins(call.data(), now);
        boolean well = false;
        Manifest made;
        try {
            made = new FolderBackup(call.data(), now).write(call.file());
            well = true;
        } finally {
            BackupNote.ends(call.data(), now, well);
        }
        out.printf(
                "백업했어요: %s — 파일 %,d개 (backed up)%n", call.file(), made.files().size());
        out.println("vault.key는 들어 있지 않아요. 따로, 다른 곳에 두세요: 없으면 이름과 연락처를 읽을 수 없어요.");
        out.println("The vault key is not in it. Keep it elsewhere: without it no name or contact can be read.");
    }

    private void restore(Call call) throws IOException {
        Manifest read = new FolderRestore(call.data()).read(call.file(), call.erasures());
        out.printf(
                "%s의 백업을 %s에 되살렸어요. 파일 %,d개가 만들 때와 같아요. (restored; every file is as it was)%n",
                read.madeAt(), call.data(), read.files().size());
        out.println("켜기 전에 원본의 vault.key를 이 폴더에 넣어 주세요. 메시지와 웹훅은 관리자가 켤 때까지 나가지 않아요.");
        out.println("Put the original's vault.key into the folder first. Nothing is sent until an owner turns it on.");
        if (call.erasures() == null) {
            out.println("그사이 지워진 고객이 있으면 원본 폴더의 erased.txt를 --erased로 알려 주세요.");
            out.println("If anybody was erased since, name the original folder's erased.txt with --erased.");
        }
    }
}
