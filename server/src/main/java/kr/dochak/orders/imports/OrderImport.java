package kr.dochak.orders.imports;

import java.util.List;
import java.util.Optional;
import kr.dochak.orders.imports.FileVerdict.Out;
import kr.dochak.orders.imports.FileVerdict.Standing;
import kr.dochak.orders.imports.FileVerdict.Wrong;
import kr.dochak.shared.Words;
import kr.dochak.sheets.Sheet;
import kr.dochak.sheets.SheetMapping;
import kr.dochak.sheets.SheetRow;
import org.springframework.stereotype.Component;

/**
 * Takes the orders of one file in, batch by batch; what cannot be taken is written down with its line, the rest goes in. No
 * order is taken in by halves.
 */
@Component
class OrderImport {

    static final int MOST_ROWS = 200_000;

    private final ImportBatches batches;
    private final OrderStates states;

    OrderImport(ImportBatches batches, OrderStates states) {
        this.batches = batches;
        this.states = states;
    }

    FileSurvey survey(Sheet sheet, SheetMapping mapping) {
        return FileSurvey.of(sheet, mapping, MOST_ROWS);
    }

    /** Answers the run at its end. */
    ImportEnd take(ImportRun begun, SheetMapping mapping, Sheet sheet, FileSurvey survey, Words words) {
        FileReading reading = new FileReading(mapping, sheet.fields(), states.table(), words);
        ImportBatches.Batch batch = batches.begin(begun, mapping, words);
        FileOrders orders = new FileOrders(sheet, mapping.groupBy());
        while (orders.hasNext()) {
            FileOrder order = orders.next();
            if (sheet.broken().isPresent()) {
                break; // its other rows may be lost
            }
            if (batch.counts().rows() + order.rows().size() > MOST_ROWS) {
                return batch.end(ImportRun.State.STOPPED, words.word("orders.problem.rows", MOST_ROWS));
            }
            batch.read(order);
            if (survey.apart().contains(order.orderNo())) {
                batch.apart(order);
                continue;
            }
            Optional<SheetRow> missing = survey.mayMiss(order);
            if (missing.isPresent()) {
                batch.reject(order, List.of(batch.mayMiss(order, missing.get())));
                continue;
            }
            switch (reading.read(order)) {
                case Standing standing -> batch.add(standing, order.rows().size());
                case Out out -> batch.leaveOut(out);
                case Wrong wrong -> batch.reject(order, wrong.errors());
            }
        }
        return sheet.broken()
                .map(why -> batch.end(ImportRun.State.STOPPED, why.detail().in(words)))
                .orElseGet(() -> batch.end(ImportRun.State.DONE, ""));
    }
}
