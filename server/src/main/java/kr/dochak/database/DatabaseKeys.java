package kr.dochak.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import kr.dochak.shared.Hash;
import kr.dochak.shared.chance.Unguessable;

/**
 * The passwords of the embedded PostgreSQL's three accounts, random, in a file that only its owner may read. The
 * superuser makes the other two and nothing else; the owner migrates; the application reads and writes rows.
 */
record DatabaseKeys(String superuser, String owner, String application) {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "dochak_owner";
    static final String APPLICATION = "dochak";

    private static final int BYTES = 32;

    /** Reads the file, or makes it. */
    static DatabaseKeys find(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        Map<String, String> lines = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            lines.put(line.substring(0, Math.max(equals, 0)), line.substring(equals + 1));
        }
        return new DatabaseKeys(of(lines, SUPERUSER, file), of(lines, OWNER, file), of(lines, APPLICATION, file));
    }

    /** Complete or not at all: a file that is half written would lock everybody out. */
    private static void make(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        OwnFiles.write(
                draft,
                Stream.of(SUPERUSER, OWNER, APPLICATION)
                        .map(account -> account + "=" + Unguessable.text(BYTES))
                        .toList());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String of(Map<String, String> lines, String account, Path file) {
        String password = lines.get(account);
        if (password == null || password.isBlank()) {
            throw new StartProblem(
                    file + " has no password of " + account + ".",
                    "Bring the file back as it was, or delete it: the next start makes new passwords.");
        }
        return password;
    }

    /** Says whether these are the passwords that a folder was given, and tells nothing of them. */
    String digest() {
        return Hash.hex(superuser + owner + application);
    }

    @Override
    public String toString() {
        return "DatabaseKeys[]";
    }
}
