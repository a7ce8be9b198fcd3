package kr.dochak.benchmarks.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the files of a shop are read: which file and column is which field, how tables join, and what its words mean.
 * All of it is data, so that another shop's history needs another file and no other code.
 *
 * @param zone the zone of the times, which the files do not name
 * @param wonPerUnit won for one unit of the files' money
 * @param promiseEnds whether the promised date is a moment as it stands, or counts until the end of its day
 * @param cancelled the status words that mean an order was cancelled
 * @param cancelledAfterLast how long after the last thing known of an order its cancellation is taken to be
 */
record Mapping(
        ZoneId zone,
        String timeFormat,
        long wonPerUnit,
        String carrier,
        PromiseEnds promiseEnds,
        List<String> cancelled,
        Duration cancelledAfterLast,
        Orders orders,
        Customers customers,
        Items items,
        Payments payments,
        Products products,
        Sellers sellers) {

    enum PromiseEnds {
        MOMENT,
        END_OF_DAY
    }

    record Orders(
            String file,
            String id,
            String customer,
            String status,
            String orderedAt,
            String approvedAt,
            String handedOverAt,
            String deliveredAt,
            String promisedTo) {}

    record Customers(String file, String id, String person, String postcode, String city, String area) {}

    record Items(
            String file, String order, String line, String product, String seller, String price, String shipping) {}

    record Payments(String file, String order, String method, String amount) {}

    record Products(String file, String id, String name) {}

    record Sellers(String file, String id, String area) {}

    /** A mapping of our own by its name ({@code olist}), or the file with this path. */
    static Mapping read(String nameOrPath) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        try (InputStream own = Mapping.class.getResourceAsStream("/replay-mappings/" + nameOrPath + ".json")) {
            return own == null
                    ? json.readValue(Files.readString(Path.of(nameOrPath)), Mapping.class)
                    : json.readValue(own, Mapping.class);
        }
    }

    DateTimeFormatter times() {
        return DateTimeFormatter.ofPattern(timeFormat);
    }

    /** Null where the file has nothing. */
    @Nullable Instant time(@Nullable String text, DateTimeFormatter times) {
        return text == null || text.isBlank()
                ? null
                : LocalDateTime.parse(text, times).atZone(zone).toInstant();
    }

    Instant promiseEnd(Instant promised) {
        return promiseEnds == PromiseEnds.MOMENT
                ? promised
                : promised.atZone(zone).with(LocalTime.of(23, 59, 59)).toInstant();
    }

    long won(String amount) {
        return Math.round(Double.parseDouble(amount) * wonPerUnit);
    }
}
