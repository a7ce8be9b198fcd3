package kr.dochak.orders.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.api.JsonParts;
import kr.dochak.api.JsonParts.Part;
import kr.dochak.orders.IntakeResult;
import kr.dochak.orders.IntakeResult.Rejected;
import kr.dochak.orders.OrderIntake;
import kr.dochak.orders.OrderRequest;
import kr.dochak.orders.OrderSummary;
import kr.dochak.orders.Orders;
import kr.dochak.orders.imports.FileVerdict.Out;
import kr.dochak.orders.imports.FileVerdict.Standing;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.Words;
import kr.dochak.sheets.SheetMapping;
import kr.dochak.sheets.SheetRow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes orders of a file in by the hundred, and writes down what came of each. */
@Component
class ImportBatches {

    private static final int BATCH = 500;
    /** Nobody reads more; the count of rejected orders goes on. */
    private static final int MOST_ERRORS = 10_000;

    private static final Logger log = LoggerFactory.getLogger(ImportBatches.class);

    private final OrderIntake intake;
    private final Orders orders;
    private final ImportRepository runs;
    private final JsonParts parts;
    private final JsonMapper json;

    ImportBatches(OrderIntake intake, Orders orders, ImportRepository runs, JsonParts parts, JsonMapper json) {
        this.intake = intake;
        this.orders = orders;
        this.runs = runs;
        this.parts = parts;
        this.json = json;
    }

    Batch begin(ImportRun run, SheetMapping mapping, Words words) {
        return new Batch(run, mapping, words);
    }

    /** An order that waits for its batch, and how many lines the file has of it, those left out with them. */
    private record Waiting(FileOrder order, OrderRequest request, boolean paid, int lines) {}

    /** The orders that go in together. */
    final class Batch {

        private final ImportRun run;
        private final SheetMapping mapping;
        private final Words words;
        private final List<Waiting> waiting = new ArrayList<>();
        private final List<String> cancelled = new ArrayList<>();
        private final List<ImportError> errors = new ArrayList<>();
        private final Set<String> apart = new HashSet<>();
        private ImportCounts counts = ImportCounts.NONE;
        private int written;

        private Batch(ImportRun run, SheetMapping mapping, Words words) {
            this.run = run;
            this.mapping = mapping;
            this.words = words;
        }

        ImportCounts counts() {
            return counts;
        }

        void read(FileOrder order) {
            counts = counts.read(order.rows().size());
        }

        /** Each piece of it is named, and the order is counted once. */
        void apart(FileOrder order) {
            errors.add(order.error(new FieldError(mapping.groupBy(), "apart", "orders.problem.apart"), mapping, words));
            if (apart.add(order.orderNo())) {
                counts = counts.count(new Rejected(order.orderNo(), List.of()));
            }
            flushIfFull();
        }

        /** A row whose number is lost may be of it. */
        ImportError mayMiss(FileOrder order, SheetRow lost) {
            FieldError why = new FieldError(mapping.groupBy(), "row-lost", "orders.problem.row-lost", lost.line());
            return order.error(why, mapping, words);
        }

        void reject(FileOrder order, List<ImportError> why) {
            errors.addAll(why);
            counts = counts.count(new Rejected(order.orderNo(), List.of()));
            flushIfFull();
        }

        void leaveOut(Out out) {
            counts = counts.count(out.state());
            if (out.state() == RowState.CANCELLED) {
                cancelled.add(out.orderNo());
            }
            flushIfFull();
        }

        void add(Standing standing, int lines) {
            switch (parts.read(json.valueToTree(standing.tree()), OrderRequest.class)) {
                case Part.Good<OrderRequest> good ->
                    waiting.add(new Waiting(standing.order(), good.value(), standing.paid(), lines));
                case Part.Bad<OrderRequest> bad ->
                    reject(standing.order(), List.of(standing.order().error(bad.error(), mapping, words)));
            }
            flushIfFull();
        }

        ImportEnd end(ImportRun.State state, String problem) {
            flush();
            return new ImportEnd(state, counts, problem);
        }

        private void flushIfFull() {
            if (waiting.size() >= BATCH || errors.size() >= BATCH || cancelled.size() >= BATCH) {
                flush();
            }
        }

        private void flush() {
            refuseParts();
            List<IntakeResult> results = taken(waiting);
            for (int i = 0; i < results.size(); i++) {
                counts = counts.count(results.get(i));
                if (results.get(i) instanceof Rejected rejected) {
                    FileOrder order = waiting.get(i).order();
                    rejected.errors().forEach(error -> errors.add(order.error(error, mapping, words)));
                } else if (!waiting.get(i).paid()) {
                    counts = counts.waits();
                }
            }
            cancelKnown();
            List<ImportError> toWrite = errors.subList(0, Math.min(errors.size(), MOST_ERRORS - written));
            if (!toWrite.isEmpty()) {
                runs.addErrors(run.importId(), toWrite);
                written += toWrite.size();
            }
            runs.progress(run.importId(), counts);
            waiting.clear();
            cancelled.clear();
            errors.clear();
        }

        /** A file with fewer lines than are known was narrowed to some of them: taken in, it would lose the others. */
        private void refuseParts() {
            Map<String, OrderId> ids = orders.idsOf(
                    run.tenantId(),
                    waiting.stream().map(each -> each.order().orderNo()).toList());
            Map<OrderId, OrderSummary> known = orders.summaries(ids.values());
            waiting.removeIf(each -> {
                OrderId id = ids.get(each.order().orderNo());
                OrderSummary before = id == null ? null : known.get(id);
                if (before == null || before.cancelledAt() != null || before.lineCount() <= each.lines()) {
                    return false;
                }
                errors.add(each.order()
                        .error(
                                new FieldError(
                                        mapping.groupBy(),
                                        "part",
                                        "orders.problem.part",
                                        before.lineCount(),
                                        each.lines()),
                                mapping,
                                words));
                counts = counts.count(new Rejected(each.order().orderNo(), List.of()));
                return true;
            });
        }

        private void cancelKnown() {
            orders.idsOf(run.tenantId(), cancelled)
                    .values()
                    .forEach(id -> orders.cancel(id, CANCELLED_AT_ITS_SOURCE, source()));
        }

        private String source() {
            return "file:" + run.mapping();
        }

        /** A batch the database refuses is taken in halves, until what it refuses stands alone. */
        private List<IntakeResult> taken(List<Waiting> some) {
            if (some.isEmpty()) {
                return List.of();
            }
            try {
                return intake.take(
                        run.tenantId(),
                        source(),
                        some.stream().map(Waiting::request).toList());
            } catch (RuntimeException e) {
                if (some.size() == 1) {
                    log.warn("an order of import {} could not be stored", run.importId(), e);
                    return List.of(new Rejected(
                            some.getFirst().order().orderNo(),
                            List.of(new FieldError(mapping.groupBy(), "failed", "orders.problem.failed"))));
                }
                List<IntakeResult> results = new ArrayList<>(taken(some.subList(0, some.size() / 2)));
                results.addAll(taken(some.subList(some.size() / 2, some.size())));
                return results;
            }
        }
    }

    /** As it stands in the order's history. */
    private static final String CANCELLED_AT_ITS_SOURCE = "판매처에서 취소된 주문";
}
