package kr.dochak.orders.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.database.WorkFolder;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.sheets.Sheets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Files of orders and what became of them: the one bean of this room that others call. */
@Component
public class Imports {

    /** A file may be this large, in bytes. */
    public static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Sheets sheets;
    private final OrderImports imports;
    private final ImportLooking looking;
    private final ImportRepository runs;
    private final OrderStates states;
    private final InstantSource clock;
    private final WorkFolder files;

    Imports(
            Sheets sheets,
            OrderImports imports,
            ImportLooking looking,
            ImportRepository runs,
            OrderStates states,
            InstantSource clock,
            WorkFolder files) {
        this.sheets = sheets;
        this.imports = imports;
        this.looking = looking;
        this.runs = runs;
        this.states = states;
        this.clock = clock;
        this.files = files;
    }

    /** The kinds of files that are understood. */
    public List<FileKind> kinds() {
        return sheets.mappings(OrderImports.ORDERS).stream().map(FileKind::of).toList();
    }

    /** What malls call the state of an order, and what it is for us. */
    public List<StateWord> stateWords() {
        return states.table().rows().stream()
                .map(known ->
                        new StateWord(known.kind(), known.word(), known.state().name(), known.source()))
                .toList();
    }

    /** What a file would be taken for; nothing of it is taken in, and nothing of it stays. */
    public ImportLook look(InputStream file, @Nullable String mapping) {
        Path stored = stored(file);
        try {
            return looking.look(stored, mapping);
        } finally {
            OrderImports.delete(stored);
        }
    }

    /**
     * Takes the orders of a file in.
     *
     * @param mapping the name of its kind; without one the headings decide
     * @param seconds how long the answer waits for the end; what takes longer goes on after it
     */
    public ImportAnswer take(
            MallId tenantId, @Nullable String fileName, InputStream file, @Nullable String mapping, int seconds) {
        if (!imports.hasRoom(tenantId)) {
            return new ImportAnswer.Waiting(imports.mostOfMall());
        }
        return imports.run(tenantId, name(fileName), mapping, stored(file), seconds);
    }

    private Path stored(InputStream file) {
        try {
            Path stored = files.file("import-", ".part");
            try {
                Files.copy(file, stored, StandardCopyOption.REPLACE_EXISTING);
                return stored;
            } catch (IOException e) {
                Files.deleteIfExists(stored);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last part of the name, without what no name has. */
    private static String name(@Nullable String original) {
        String name =
                original == null ? "" : original.replaceAll(".*[/\\\\]", "").replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        return name.substring(0, Math.min(name.length(), 200));
    }

    /** A mall's imports, newest first. */
    public Keyset<ImportRun> list(
            MallId tenantId, @Nullable ImportShow show, @Nullable String text, @Nullable String after, int limit) {
        return runs.list(tenantId, show, text, Cursor.read(after).number(0, Long.MAX_VALUE), limit);
    }

    /** How many imports of a mall there are of each kind; kinds without one are missing. */
    public Map<ImportShow, Integer> counts(MallId tenantId) {
        return runs.counts(tenantId);
    }

    /** A mall's import; other malls' imports do not exist for it. */
    public Optional<ImportRun> one(MallId tenantId, long importId) {
        return runs.find(tenantId, importId);
    }

    /** Why orders of a file were not taken in, in the order of the file. */
    public Optional<Keyset<ImportError>> errors(MallId tenantId, long importId, @Nullable String after, int limit) {
        return one(tenantId, importId)
                .map(run -> runs.errors(run.importId(), Cursor.read(after).number(0, 0), limit));
    }

    /** Somebody knows of its errors: it is not on the board any more. False when there is no such import. */
    public boolean markSeen(MallId tenantId, long importId) {
        return runs.markSeen(tenantId, importId, clock.instant());
    }

    /** Imports of which something was not taken in and nobody has said that they know, the newest first. */
    public List<ImportRun> unseen(MallId tenantId, int most) {
        return runs.list(tenantId, ImportShow.TROUBLE, null, Long.MAX_VALUE, most)
                .items();
    }
}
