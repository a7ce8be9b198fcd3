package kr.dochak.orders.imports;

import kr.dochak.orders.IntakeResult;
import kr.dochak.orders.IntakeResult.Rejected;
import kr.dochak.orders.IntakeResult.Taken;

/** What became of the orders of a file so far; each count is of orders, but the first of rows. */
record ImportCounts(
        int rows,
        int created,
        int revised,
        int unchanged,
        int rejected,
        int cancelled,
        int waiting,
        int over,
        int unreachable) {

    static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** With more rows read. */
    ImportCounts read(int more) {
        return new ImportCounts(
                rows + more, created, revised, unchanged, rejected, cancelled, waiting, over, unreachable);
    }

    /** With one more order taken in or not. */
    ImportCounts count(IntakeResult result) {
        return switch (result) {
            case Rejected bad -> add(0, 0, 0, 1, 0, 0, 0, 0);
            case Taken taken ->
                switch (taken.outcome()) {
                    case CREATED -> add(1, 0, 0, 0, 0, 0, 0, taken.isReachable() ? 0 : 1);
                    case REVISED -> add(0, 1, 0, 0, 0, 0, 0, taken.isReachable() ? 0 : 1);
                    case UNCHANGED, CANCELLED -> add(0, 0, 1, 0, 0, 0, 0, 0);
                };
        };
    }

    /** With one more order that waits. */
    ImportCounts waits() {
        return add(0, 0, 0, 0, 0, 1, 0, 0);
    }

    /** With one more order that is not taken in because of its state. */
    ImportCounts count(RowState out) {
        return switch (out) {
            case CANCELLED -> add(0, 0, 0, 0, 1, 0, 0, 0);
            case DONE -> add(0, 0, 0, 0, 0, 0, 1, 0);
            case UNPAID, HELD, PAID, NONE -> waits();
        };
    }

    private ImportCounts add(int more, int changed, int same, int bad, int gone, int held, int past, int silent) {
        return new ImportCounts(
                rows,
                created + more,
                revised + changed,
                unchanged + same,
                rejected + bad,
                cancelled + gone,
                waiting + held,
                over + past,
                unreachable + silent);
    }
}
