package kr.dochak.limits;

import java.io.IOException;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one connection, each as a whole within its time. */
final class TimedProcessor extends Http11Processor {

    private final TimedHttp protocol;
    /** The connection whose header is on its way, and since when; a processor goes from one connection to another. */
    private @Nullable SocketWrapperBase<?> waiting;

    private long since;

    TimedProcessor(TimedHttp protocol, Adapter adapter) {
        super(protocol, new RestOfBody(adapter, protocol));
        this.protocol = protocol;
        request.setInputBuffer(new TimedBody(request, request.getInputBuffer(), protocol));
    }

    @Override
    public SocketState service(SocketWrapperBase<?> connection) throws IOException {
        if (waiting == connection && protocol.pace().headerIsTooSlow(System.nanoTime() - since)) {
            waiting = null;
            return SocketState.CLOSED;
        }
        SocketState state = super.service(connection);
        boolean headerIsOnItsWay = state == SocketState.LONG && !isAsync();
        if (!headerIsOnItsWay) {
            waiting = null;
        } else if (waiting != connection) {
            waiting = connection;
            since = System.nanoTime();
        }
        return state;
    }
}
