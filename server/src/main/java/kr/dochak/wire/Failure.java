package kr.dochak.wire;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.FilteredHostException;

/** Why no answer came. */
public enum Failure {
    /** Every address of the host is one that may not be connected to. */
    FORBIDDEN_ADDRESS("FilteredHostException"),
    /** There is no such host, or nobody listens there: the request was surely not sent. */
    NOT_REACHED("ConnectException"),
    /** It let us wait for a connection: the request was surely not sent. */
    NOT_REACHED_IN_TIME("HttpConnectTimeoutException"),
    TIMEOUT("HttpTimeoutException"),
    /** It is not who it should be. */
    UNTRUSTED("SSLHandshakeException"),
    /** Its answer is longer than we read. */
    TOO_LONG("IOException"),
    BROKEN("IOException"),
    /** We are being stopped. */
    INTERRUPTED("interrupted");

    private final String word;

    Failure(String word) {
        this.word = word;
    }

    /** For staff, who read it on the page of integrations. */
    public String word() {
        return word;
    }

    /** True when the request never left. */
    public boolean isSurelyNotSent() {
        return this == FORBIDDEN_ADDRESS || this == NOT_REACHED || this == NOT_REACHED_IN_TIME;
    }

    static Failure of(@Nullable Throwable cause) {
        return switch (cause) {
            case FilteredHostException e -> FORBIDDEN_ADDRESS;
            case ConnectTimeoutException e -> NOT_REACHED_IN_TIME;
            case UnknownHostException e -> NOT_REACHED;
            case ConnectException e -> NOT_REACHED;
            case NoRouteToHostException e -> NOT_REACHED;
            case SocketTimeoutException e -> TIMEOUT;
            case SSLException e -> UNTRUSTED;
            case null, default -> BROKEN;
        };
    }
}
