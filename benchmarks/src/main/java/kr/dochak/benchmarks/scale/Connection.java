package kr.dochak.benchmarks.scale;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept connection that speaks just enough HTTP/1.1: a full client would need more of the two cores than the server that
 * is measured.
 */
final class Connection implements AutoCloseable {

    /** What came back. */
    record Answer(int status, String body) {}

    private final int port;
    private final String headers;
    private Socket socket;
    private OutputStream out;
    private InputStream in;

    Connection(int port, String key) throws IOException {
        this.port = port;
        this.headers = " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + key + "\r\n";
        this.socket = open(port);
        this.out = socket.getOutputStream();
        this.in = new BufferedInputStream(socket.getInputStream(), 8_192);
    }

    private static Socket open(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** A server may end a connection after so many requests; it says so with the last answer. */
    private void openAgain() throws IOException {
        socket.close();
        socket = open(port);
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream(), 8_192);
    }

    Answer post(String path, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + headers + "Content-Type: application/json\r\nContent-Length: " + body.length
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        out.write(request);
        return answer();
    }

    Answer get(String path) throws IOException {
        out.write(("GET " + path + headers + "\r\n").getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int length = -1;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            } else if (line.regionMatches(true, 0, "transfer-encoding:", 0, 18)) {
                chunked = true;
            } else if (line.equalsIgnoreCase("connection: close")) {
                last = true;
            }
        }
        Answer answer = new Answer(status, chunked ? chunks() : text(Math.max(0, length)));
        if (last) {
            openAgain();
        }
        return answer;
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int length = chunk(); length > 0; length = chunk()) {
            body.append(text(length));
            line();
        }
        line();
        return body.toString();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String text(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the server hung up");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server hung up");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
