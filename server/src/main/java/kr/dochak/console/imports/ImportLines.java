package kr.dochak.console.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kr.dochak.orders.Orders;
import kr.dochak.orders.Orders.Unreached;
import kr.dochak.orders.imports.ImportRun;
import kr.dochak.orders.imports.Imports;
import kr.dochak.pages.BoardLine;
import kr.dochak.pages.BoardLines;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import org.springframework.stereotype.Component;

/** Lines of the board: files of which something was not taken in, and orders whose customers no message reaches. */
@Component
class ImportLines implements BoardLines {

    private final Imports imports;
    private final Orders orders;

    ImportLines(Imports imports, Orders orders) {
        this.imports = imports;
        this.orders = orders;
    }

    @Override
    public List<BoardLine> of(MallId tenantId, int most) {
        List<BoardLine> lines = new ArrayList<>();
        imports.unseen(tenantId, most).stream().map(Trouble::new).forEach(lines::add);
        orders.unreached(tenantId).map(Silent::new).ifPresent(lines::add);
        return lines;
    }

    /** A file of which something was not taken in. */
    record Trouble(ImportRun run) implements BoardLine {

        @Override
        public Instant since() {
            return run.at();
        }

        @Override
        public long weight() {
            return Math.max(1, run.rejected());
        }

        @Override
        public boolean alarm() {
            return true;
        }

        @Override
        public String what(Words words) {
            return words.word("console.board.import");
        }

        @Override
        public String where(Words words) {
            return ImportWords.name(run, words);
        }

        @Override
        public String count(Words words) {
            return run.rejected() == 0
                    ? words.word("console.imports.state.STOPPED")
                    : words.word("console.board.import.rejected", run.rejected());
        }

        @Override
        public String href() {
            return ImportsPage.LIST + "/" + run.importId();
        }
    }

    /** Orders whose customers no message reaches. */
    record Silent(Unreached unreached) implements BoardLine {

        @Override
        public Instant since() {
            return unreached.since();
        }

        @Override
        public long weight() {
            return unreached.orders();
        }

        @Override
        public boolean alarm() {
            return false;
        }

        @Override
        public String what(Words words) {
            return words.word("console.board.unreached");
        }

        @Override
        public String where(Words words) {
            return words.word("console.board.unreached.where");
        }

        @Override
        public String count(Words words) {
            return words.word("console.board.unreached.orders", unreached.orders());
        }

        @Override
        public String href() {
            return ImportsPage.LIST + "/unreached";
        }
    }
}
