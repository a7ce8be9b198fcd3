package kr.dochak.orders.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.MallId;
import kr.dochak.shared.ReaderWords;
import kr.dochak.shared.Words;
import kr.dochak.sheets.Sheet;
import kr.dochak.sheets.SheetAnswer;
import kr.dochak.sheets.SheetMapping;
import kr.dochak.sheets.Sheets;
import kr.dochak.time.Roles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Imports files of orders (ORD-1). What is wrong with a file as a whole is told at once; the orders are then taken in by
 * one of two workers, and a short file is done before the answer. The same file again is harmless (ORD-2).
 */
@Component
class OrderImports implements SmartInitializingSingleton, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(OrderImports.class);
    private static final int AT_ONCE = 2;
    private static final int ANSWER_WITHIN_SECONDS = 20;

    private final Sheets sheets;
    private final OrderImport orderImport;
    private final ImportRepository runs;
    private final InstantSource clock;
    private final Roles roles;
    private final ReaderWords reader;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("order-import-", 0).daemon().factory());

    OrderImports(
            Sheets sheets,
            OrderImport orderImport,
            ImportRepository runs,
            InstantSource clock,
            Roles roles,
            ReaderWords reader) {
        this.sheets = sheets;
        this.orderImport = orderImport;
        this.runs = runs;
        this.clock = clock;
        this.roles = roles;
        this.reader = reader;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (roles.has(Roles.Role.WEB)) { // another process ended no import by starting
            runs.stopAbandoned(reader.words().word("orders.problem.restarted"));
        }
    }

    /** Imports a file, which is deleted afterwards; what is wrong is written down in the language of who brought it. */
    ImportAnswer run(MallId tenantId, String fileName, @Nullable String mappingName, Path file) {
        SheetAnswer answer;
        try {
            answer = sheets.open(file, mappingName, "orders");
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
        return switch (answer) {
            case SheetAnswer.Opened opened ->
                new ImportAnswer.Begun(run(tenantId, fileName, opened.mapping(), opened.sheet(), file));
            case SheetAnswer.Unfit unfit -> {
                delete(file);
                yield new ImportAnswer.Unfit(unfit.why());
            }
        };
    }

    private ImportRun run(MallId tenantId, String fileName, SheetMapping mapping, Sheet sheet, Path file) {
        Words words = reader.words();
        ImportRun begun = runs.begin(tenantId, fileName, mapping.name(), clock.instant());
        CompletableFuture<Void> end =
                CompletableFuture.runAsync(() -> work(begun, mapping, sheet, file, words), workers);
        try {
            end.get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("import {} is answered before its end", begun.importId());
        }
        return one(tenantId, begun.importId()).orElse(begun);
    }

    private void work(ImportRun begun, SheetMapping mapping, Sheet sheet, Path file, Words words) {
        try (sheet) {
            runs.save(orderImport.take(begun, mapping, sheet, words));
        } catch (IOException | RuntimeException e) {
            log.warn("import {} stopped", begun.importId(), e);
            runs.save(one(begun.tenantId(), begun.importId())
                    .orElse(begun)
                    .ended(ImportRun.State.STOPPED, words.word("orders.problem.stopped")));
        } finally {
            delete(file);
        }
    }

    /** A mall's import; other malls' imports do not exist for it. */
    Optional<ImportRun> one(MallId tenantId, long importId) {
        return runs.find(tenantId, importId);
    }

    Optional<Keyset<ImportError>> errors(MallId tenantId, long importId, @Nullable String after, int limit) {
        return one(tenantId, importId)
                .map(run -> runs.errors(run.importId(), Cursor.read(after).number(0, 0), limit));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("an imported file could not be deleted: {}", file, e);
        }
    }

    @Override
    public void destroy() {
        workers.shutdownNow();
    }
}
