package kr.dochak.promise.learning.features;

import java.time.Instant;
import java.util.List;

/** Figures of what is wrong in areas; always the same ones in the same order. */
public interface AreaSignals {

    List<String> names();

    /** The figures for a way from one province to another; nothing counts that was not known at the moment. */
    List<Double> known(String from, String to, Instant at);
}
