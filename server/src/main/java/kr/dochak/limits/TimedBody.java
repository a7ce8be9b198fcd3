package kr.dochak.limits;

import java.io.IOException;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of a request, whoever reads it: forms, files and JSON come through here. One that drips is cut. */
final class TimedBody implements InputBuffer {

    private final Request request;
    private final InputBuffer body;
    private final TimedHttp protocol;
    private long since;

    TimedBody(Request request, InputBuffer body, TimedHttp protocol) {
        this.request = request;
        this.body = body;
        this.protocol = protocol;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (request.getBytesRead() == 0) {
            since = System.nanoTime();
        }
        int count = body.doRead(handler);
        if (count > 0 && protocol.pace().bodyIsTooSlow(request.getBytesRead() + count, System.nanoTime() - since)) {
            IOException slow = new IOException("a body came too slowly");
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            request.action(ActionCode.CLOSE_NOW, slow);
            throw slow;
        }
        return count;
    }

    @Override
    public int available() {
        return body.available();
    }
}
