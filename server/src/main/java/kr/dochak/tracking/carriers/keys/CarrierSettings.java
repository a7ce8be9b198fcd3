package kr.dochak.tracking.carriers.keys;

import java.time.Duration;
import kr.dochak.tracking.carriers.Source;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which outside systems are asked as the environment says; {@link CarrierKeys} says what counts. A carrier's page is off until
 * somebody switches it on and may do so by the carrier's terms; an aggregator is on when it has a key.
 *
 * @param publicUrl where aggregators can call us back, without a slash at the end; empty means they cannot
 * @param hookSecret the part of the call-back address that nobody can guess
 * @param keepAnswers how long raw answers can be read again
 */
@ConfigurationProperties("dochak.carriers")
public record CarrierSettings(
        @DefaultValue Route cj,
        @DefaultValue Route hanjin,
        @DefaultValue Route lotte,
        @DefaultValue Route epost,
        @DefaultValue Route logen,
        @DefaultValue Route coupangLs,
        @DefaultValue Route kdexp,
        @DefaultValue Route sweettracker,
        @DefaultValue Route trackerDelivery,
        @DefaultValue("") String publicUrl,
        @DefaultValue("") String hookSecret,
        @DefaultValue("30d") Duration keepAnswers,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("8s") Duration answerTimeout,
        @DefaultValue("300ms") Duration beforeRetry) {

    /**
     * One of them.
     *
     * @param url its address when it is not the usual one: a proxy, or a simulator
     * @param perMinute how many calls it allows us
     * @param push asks an aggregator to call back when something changes
     */
    public record Route(
            @DefaultValue("false") boolean on,
            @DefaultValue("") String url,
            @DefaultValue("") String key,
            @DefaultValue("60") int perMinute,
            @DefaultValue("false") boolean push) {

        @Override
        public String toString() {
            return "Route[" + on + ", " + url + ", " + perMinute + "]";
        }
    }

    /** How one of them is asked. */
    public Route of(Source source) {
        return switch (source) {
            case CJ -> cj;
            case HANJIN -> hanjin;
            case LOTTE -> lotte;
            case EPOST -> epost;
            case LOGEN -> logen;
            case COUPANG_LS -> coupangLs;
            case KDEXP -> kdexp;
            case SWEETTRACKER -> sweettracker;
            case TRACKER_DELIVERY -> trackerDelivery;
        };
    }

    @Override
    public String toString() {
        return "CarrierSettings";
    }
}
