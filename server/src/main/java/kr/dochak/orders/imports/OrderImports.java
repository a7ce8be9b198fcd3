package kr.dochak.orders.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
 * Imports files of orders (ORD-1); the same file again is harmless (ORD-2). What is wrong with a file as a whole is
 * answered at once; the orders are then taken in by one of two workers, and a short file is done before the answer.
 */
@Component
class OrderImports implements SmartInitializingSingleton, DisposableBean {

    static final String ORDERS = "orders";
    private static final Logger log = LoggerFactory.getLogger(OrderImports.class);
    private static final int AT_ONCE = 2;

    private final Sheets sheets;
    private final OrderImport orderImport;
    private final ImportRepository runs;
    private final InstantSource clock;
    private final Roles roles;
    private final ReaderWords reader;
    private final int mostOfMall;
    /** How many files of each mall are read or wait for it. */
    private final Map<MallId, Integer> files = new ConcurrentHashMap<>();

    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("order-import-", 0).daemon().factory());

    OrderImports(
            Sheets sheets,
            OrderImport orderImport,
            ImportRepository runs,
            InstantSource clock,
            Roles roles,
            ReaderWords reader,
            ImportSettings settings) {
        this.mostOfMall = settings.imports().ofMall();
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

    /**
     * Imports a file, which is deleted afterwards; what is wrong is written down in the language of who brought it.
     *
     * @param mapping its name; without one the headings decide
     * @param seconds how long the answer waits for the end of a short file
     */
    ImportAnswer run(MallId tenantId, String fileName, @Nullable String mapping, Path file, int seconds) {
        boolean inWork = false;
        try {
            if (files.merge(tenantId, 1, Integer::sum) > mostOfMall) {
                return new ImportAnswer.Waiting(mostOfMall);
            }
            return switch (sheets.open(file, mapping, ORDERS)) {
                case SheetAnswer.Unfit unfit -> new ImportAnswer.Unfit(unfit.why());
                case SheetAnswer.Opened opened -> {
                    ImportRun begun = begin(tenantId, fileName, opened);
                    Words words = reader.words();
                    var end = CompletableFuture.runAsync(() -> work(begun, opened, file, words), workers);
                    inWork = true;
                    yield new ImportAnswer.Begun(after(end, begun, seconds));
                }
            };
        } finally {
            if (!inWork) {
                gone(tenantId, file);
            }
        }
    }

    /** Whether one more file of this mall may come; asked before it is stored. */
    boolean hasRoom(MallId tenantId) {
        return files.getOrDefault(tenantId, 0) < mostOfMall;
    }

    int mostOfMall() {
        return mostOfMall;
    }

    private void gone(MallId tenantId, Path file) {
        delete(file);
        files.computeIfPresent(tenantId, (unused, count) -> count == 1 ? null : count - 1);
    }

    private ImportRun begin(MallId tenantId, String fileName, SheetAnswer.Opened opened) {
        return runs.begin(
                tenantId, fileName, opened.mapping().name(), opened.sheet().unused(), clock.instant());
    }

    private ImportRun after(CompletableFuture<Void> end, ImportRun begun, int seconds) {
        try {
            end.get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("import {} is answered before its end", begun.importId());
        }
        return runs.find(begun.tenantId(), begun.importId()).orElse(begun);
    }

    /** The file is read twice: only at its end is it known which orders are whole. */
    private void work(ImportRun begun, SheetAnswer.Opened opened, Path file, Words words) {
        SheetMapping mapping = opened.mapping();
        try (Sheet first = opened.sheet()) {
            FileSurvey survey = orderImport.survey(first, mapping);
            try (Sheet sheet = again(file, mapping)) {
                runs.end(begun.importId(), orderImport.take(begun, mapping, sheet, survey, words));
            }
        } catch (IOException | RuntimeException e) {
            log.warn("import {} stopped", begun.importId(), e);
            runs.stop(begun.importId(), words.word("orders.problem.stopped"));
        } finally {
            gone(begun.tenantId(), file);
        }
    }

    private Sheet again(Path file, SheetMapping mapping) throws IOException {
        return switch (sheets.open(file, mapping.name(), ORDERS)) {
            case SheetAnswer.Opened opened -> opened.sheet();
            case SheetAnswer.Unfit unfit -> throw new IOException(unfit.why().code());
        };
    }

    static void delete(Path file) {
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
