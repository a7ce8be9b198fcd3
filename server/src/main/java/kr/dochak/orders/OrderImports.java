package kr.dochak.orders;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.dochak.shared.Cursor;
import kr.dochak.shared.Keyset;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Roles;
import kr.dochak.sheets.Sheet;
import kr.dochak.sheets.SheetMapping;
import kr.dochak.sheets.Sheets;
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
    private static final String AGAIN = "같은 파일을 다시 올려 주세요. 이미 들어간 주문은 두 번 들어가지 않아요.";

    private final Sheets sheets;
    private final OrderImport orderImport;
    private final ImportRepository runs;
    private final InstantSource clock;
    private final Roles roles;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().name("order-import-", 0).daemon().factory());

    OrderImports(Sheets sheets, OrderImport orderImport, ImportRepository runs, InstantSource clock, Roles roles) {
        this.sheets = sheets;
        this.orderImport = orderImport;
        this.runs = runs;
        this.clock = clock;
        this.roles = roles;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (roles.has(Roles.Role.WEB)) { // another process ended no import by starting
            runs.stopAbandoned("서버가 다시 시작되어 멈췄어요. " + AGAIN);
        }
    }

    /** Imports a file, which is deleted afterwards; answers the run, done or still running. */
    ImportRun run(long tenantId, String fileName, @Nullable String mappingName, Path file) {
        SheetMapping mapping;
        Sheet sheet;
        try {
            mapping = sheets.mapping(mappingName, "orders");
            sheet = sheets.open(file, mapping);
        } catch (RuntimeException e) {
            delete(file);
            throw e;
        }
        ImportRun begun = runs.begin(tenantId, fileName, mapping.name(), clock.instant());
        CompletableFuture<Void> end = CompletableFuture.runAsync(() -> work(begun, mapping, sheet, file), workers);
        try {
            end.get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            log.debug("import {} is answered before its end", begun.importId());
        }
        return one(tenantId, begun.importId());
    }

    private void work(ImportRun begun, SheetMapping mapping, Sheet sheet, Path file) {
        try (sheet) {
            runs.save(orderImport.take(begun, mapping, sheet));
        } catch (IOException | RuntimeException e) {
            log.warn("import {} stopped", begun.importId(), e);
            runs.save(one(begun.tenantId(), begun.importId())
                    .ended(ImportRun.State.STOPPED, "서버에서 문제가 생겨 멈췄어요. " + AGAIN));
        } finally {
            delete(file);
        }
    }

    /** A mall's import; other malls' imports do not exist for it. */
    ImportRun one(long tenantId, long importId) {
        return runs.find(tenantId, importId).orElseThrow(() -> Problem.notFound("이 번호의 가져오기가 없어요: " + importId));
    }

    Keyset<ImportError> errors(long tenantId, long importId, @Nullable String after, int limit) {
        return runs.errors(
                one(tenantId, importId).importId(), Cursor.read(after).number(0, 0), limit);
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
