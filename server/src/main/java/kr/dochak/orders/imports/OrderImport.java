package kr.dochak.orders.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kr.dochak.api.JsonParts;
import kr.dochak.api.JsonParts.Part;
import kr.dochak.orders.IntakeResult;
import kr.dochak.orders.IntakeResult.Rejected;
import kr.dochak.orders.OrderIntake;
import kr.dochak.orders.OrderRequest;
import kr.dochak.shared.Problem.FieldError;
import kr.dochak.shared.Words;
import kr.dochak.sheets.Sheet;
import kr.dochak.sheets.SheetMapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes the orders of one file in, batch by batch; what cannot be taken is written down with its line, the rest goes in. */
@Component
class OrderImport {

    static final int MOST_ROWS = 200_000;
    private static final int BATCH = 500;
    /** Nobody reads more; the count of rejected orders goes on. */
    private static final int MOST_ERRORS = 10_000;

    private static final Logger log = LoggerFactory.getLogger(OrderImport.class);

    private final OrderIntake intake;
    private final ImportRepository runs;
    private final JsonParts parts;
    private final JsonMapper json;

    OrderImport(OrderIntake intake, ImportRepository runs, JsonParts parts, JsonMapper json) {
        this.intake = intake;
        this.runs = runs;
        this.parts = parts;
        this.json = json;
    }

    /** Answers the run at its end. */
    ImportRun take(ImportRun begun, SheetMapping mapping, Sheet sheet, Words words) {
        Batch batch = new Batch(begun, mapping, words);
        FileOrders orders = new FileOrders(sheet, mapping.groupBy());
        while (orders.hasNext()) {
            FileOrder order = orders.next();
            if (sheet.broken().isPresent()) {
                break; // its other rows may be lost
            }
            if (batch.run.rows() + order.rows().size() > MOST_ROWS) {
                batch.flush();
                return batch.run.ended(ImportRun.State.STOPPED, words.word("orders.problem.rows", MOST_ROWS));
            }
            batch.add(order);
        }
        batch.flush();
        return sheet.broken()
                .map(why ->
                        batch.run.ended(ImportRun.State.STOPPED, why.detail().in(words)))
                .orElseGet(() -> batch.run.ended(ImportRun.State.DONE, ""));
    }

    /** The orders that go in together. */
    private final class Batch {

        private final SheetMapping mapping;
        private final Words words;
        private final Set<String> seen = new HashSet<>();
        private final List<FileOrder> orders = new ArrayList<>();
        private final List<OrderRequest> requests = new ArrayList<>();
        private final List<ImportError> errors = new ArrayList<>();
        private ImportRun run;
        private int told;

        private Batch(ImportRun run, SheetMapping mapping, Words words) {
            this.run = run;
            this.mapping = mapping;
            this.words = words;
        }

        private void add(FileOrder order) {
            run = run.read(order.rows().size());
            List<ImportError> wrong = order.unreadable(words);
            if (!order.orderNo().isEmpty() && !seen.add(order.orderNo())) {
                wrong = List.of(order.error(
                        new FieldError(mapping.groupBy(), "apart", "orders.problem.apart"), mapping, words));
            }
            if (wrong.isEmpty()) {
                switch (parts.read(json.valueToTree(order.tree(mapping)), OrderRequest.class)) {
                    case Part.Good<OrderRequest> good -> {
                        orders.add(order);
                        requests.add(good.value());
                    }
                    case Part.Bad<OrderRequest> bad -> wrong = List.of(order.error(bad.error(), mapping, words));
                }
            }
            if (!wrong.isEmpty()) {
                run = run.count(new Rejected(order.orderNo(), List.of()));
                errors.addAll(wrong);
            }
            if (requests.size() >= BATCH || errors.size() >= BATCH) {
                flush();
            }
        }

        private void flush() {
            List<IntakeResult> results = taken(requests);
            for (int i = 0; i < results.size(); i++) {
                run = run.count(results.get(i));
                if (results.get(i) instanceof Rejected rejected) {
                    FileOrder order = orders.get(i);
                    rejected.errors().forEach(error -> errors.add(order.error(error, mapping, words)));
                }
            }
            List<ImportError> toTell = errors.subList(0, Math.min(errors.size(), MOST_ERRORS - told));
            if (!toTell.isEmpty()) {
                runs.addErrors(run.importId(), toTell);
                told += toTell.size();
            }
            runs.save(run);
            orders.clear();
            requests.clear();
            errors.clear();
        }

        /** A batch the database refuses is taken in halves, until what it refuses stands alone. */
        private List<IntakeResult> taken(List<OrderRequest> some) {
            if (some.isEmpty()) {
                return List.of();
            }
            try {
                return intake.take(run.tenantId(), "file:" + run.mapping(), List.copyOf(some));
            } catch (RuntimeException e) {
                if (some.size() == 1) {
                    log.warn("an order of import {} could not be stored", run.importId(), e);
                    return List.of(new Rejected(
                            String.valueOf(some.getFirst().orderNo()),
                            List.of(new FieldError(mapping.groupBy(), "failed", "orders.problem.failed"))));
                }
                List<IntakeResult> results = new ArrayList<>(taken(some.subList(0, some.size() / 2)));
                results.addAll(taken(some.subList(some.size() / 2, some.size())));
                return results;
            }
        }
    }
}
