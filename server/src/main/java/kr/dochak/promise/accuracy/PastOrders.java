package kr.dochak.promise.accuracy;

import java.util.List;

/**
 * The orders of last month, or an even sample of them.
 *
 * @param all how many there were
 */
public record PastOrders(List<PastOrder> sample, long all) {

    /** By what a sum over the sample is to be multiplied. */
    public double scale() {
        return sample.isEmpty() ? 1 : (double) all / sample.size();
    }
}
