package kr.dochak.simulator.wire;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Something the server must be told, until it says that it knows. */
public record Call(Kind kind, String subject, String path, Object body, CompletableFuture<Verdict> done) {

    /** What is told; orders, shipments and scans may go together in one request. */
    public enum Kind {
        ORDER("orders", 500),
        CANCELLATION(null, 1),
        PREPARATION(null, 1),
        SHIPMENT("shipments", 1000),
        SCAN(null, 1000),
        HOOK(null, 1);

        private final @Nullable String field;
        private final int most;

        Kind(@Nullable String field, int most) {
            this.field = field;
            this.most = most;
        }

        @Nullable String field() {
            return field;
        }

        int most() {
            return most;
        }
    }

    /** What became of a call. */
    public enum Outcome {
        KNOWN,
        REFUSED,
        AGAIN
    }

    /** The outcome, with the server's words when it refused. */
    public record Verdict(Outcome outcome, String detail) {
        static final Verdict KNOWN = new Verdict(Outcome.KNOWN, "");

        static Verdict refused(String detail) {
            return new Verdict(Outcome.REFUSED, detail);
        }

        static Verdict again(String detail) {
            return new Verdict(Outcome.AGAIN, detail);
        }
    }

    public static Call of(Kind kind, String subject, String path, Object body) {
        return new Call(kind, subject, path, body, new CompletableFuture<>());
    }

    public static Call order(String orderNo, Object body) {
        return of(Kind.ORDER, orderNo, "/api/v1/orders", body);
    }

    public static Call shipment(String trackingNumber, Object body) {
        return of(Kind.SHIPMENT, trackingNumber, "/api/v1/shipments", body);
    }

    public static Call scan(String trackingNumber, Object body) {
        return of(Kind.SCAN, trackingNumber, "/api/v1/scans", body);
    }
}
