package kr.dochak.promise;

import java.util.Map;
import kr.dochak.promise.windows.Stage;

/**
 * Where promises are.
 *
 * @param openByStage open promises by stage
 * @param delayed open promises with a certain delay, silent ones not counted
 * @param atRisk open promises whose window reaches beyond the promise, none certain yet
 * @param silent open promises of parcels without a scan for too long
 * @param dueToday promises that end today, kept ones among them
 * @param keptToday of these, already kept
 * @param lostToday of these, missed or certainly late
 */
public record PromiseFigures(
        Map<Stage, Long> openByStage,
        long delayed,
        long atRisk,
        long silent,
        long dueToday,
        long keptToday,
        long lostToday) {}
