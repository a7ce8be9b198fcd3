package kr.dochak.limits;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import kr.dochak.api.BareHeaders;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Takes the rest of a body off the line that nobody read, after the answer has been sent: who is still sending could not read
 * it otherwise. Tomcat would do the same, but as slowly as the sender likes.
 */
final class RestOfBody implements Adapter {

    private static final int BAD_REQUEST = 400;
    /** Bytes that cost no more than a page. */
    private static final int TAKEN_OF_ANYBODY = 128 * 1024;

    private final Adapter application;
    private final TimedHttp protocol;

    RestOfBody(Adapter application, TimedHttp protocol) {
        this.application = application;
        this.protocol = protocol;
    }

    /** Bytes that nobody wants. */
    private static final class Away implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {
            // what is thrown away needs no room
        }
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        if (response.getStatus() >= BAD_REQUEST) {
            bare(response);
        }
        application.service(request, response);
        AtomicBoolean goesOn = new AtomicBoolean();
        request.action(ActionCode.ASYNC_IS_ASYNC, goesOn);
        AtomicBoolean read = new AtomicBoolean(true);
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        if (!goesOn.get() && !read.get() && !request.hasExpectation()) {
            takeAway(request);
        }
    }

    private void takeAway(Request request) {
        boolean isLarge = request.getContentLengthLong() < 0 || request.getContentLengthLong() > TAKEN_OF_ANYBODY;
        if (!isLarge) {
            takeAway(request, TAKEN_OF_ANYBODY);
        } else if (protocol.refusedBodies().take(address(request))) {
            try {
                takeAway(request, protocol.pace().mostRefused());
            } finally {
                protocol.refusedBodies().leave();
            }
        } else {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    private static String address(Request request) {
        request.action(ActionCode.REQ_HOST_ADDR_ATTRIBUTE, null);
        String address = request.remoteAddr().toString();
        return address == null ? "" : address;
    }

    private static void takeAway(Request request, long bytes) {
        Away away = new Away();
        long most = request.getBytesRead() + bytes;
        try {
            while (request.doRead(away) > 0) {
                if (request.getBytesRead() > most) {
                    request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                    return;
                }
            }
        } catch (IOException gone) {
            request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** What the server refuses by itself, such as a line that is no request, comes to no filter. */
    private static void bare(Response response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", BareHeaders.POLICY);
        response.setHeader("Strict-Transport-Security", BareHeaders.STAY_WITH_TLS);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return application.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return application.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        application.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        application.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return application.getDomain();
    }
}
