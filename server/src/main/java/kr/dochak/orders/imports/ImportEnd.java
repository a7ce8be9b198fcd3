package kr.dochak.orders.imports;

/** How a run ended. */
record ImportEnd(ImportRun.State state, ImportCounts counts, String problem) {}
