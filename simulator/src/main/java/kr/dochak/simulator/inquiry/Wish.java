package kr.dochak.simulator.inquiry;

import java.time.LocalDateTime;
import kr.dochak.simulator.carriers.Carrier;

/**
 * Somebody wants to be called when a parcel moves: by Sweettracker with the news, by tracker.delivery with the number only.
 */
record Wish(Source by, Carrier carrier, String number, String url, String format, String fid, LocalDateTime until) {

    boolean isFor(Carrier other, String trackingNumber) {
        return carrier == other && number.equals(trackingNumber);
    }
}
