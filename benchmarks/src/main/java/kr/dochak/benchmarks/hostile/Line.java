package kr.dochak.benchmarks.hostile;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A connection that comes from an address of its own choice, with the cookies it was given. */
final class Line implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;

    /** What came back; {@code location} is empty without a redirection. */
    record Answer(int status, String location, String body) {}

    private final int port;
    private final InetAddress from;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Socket socket;
    private InputStream in;

    Line(int port, String from) throws IOException {
        this.port = port;
        this.from = InetAddress.getByName(from);
        this.socket = open();
        this.in = new BufferedInputStream(socket.getInputStream(), 8_192);
    }

    private Socket open() throws IOException {
        Socket opened = new Socket(InetAddress.getByName("127.0.0.1"), port, from, 0);
        opened.setTcpNoDelay(true);
        opened.setSoTimeout(PATIENCE_MILLIS);
        return opened;
    }

    Answer get(String path) throws IOException {
        send(head("GET", path, "Accept: text/html\r\n"));
        return answer();
    }

    Answer form(String path, String form) throws IOException {
        byte[] body = form.getBytes(StandardCharsets.UTF_8);
        send(head(
                        "POST",
                        path,
                        "Accept: text/html\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + body.length + "\r\n")
                + form);
        return answer();
    }

    /** The head of a request, to be followed by whatever its sender likes. */
    String head(String method, String path, String more) {
        String ours = cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n"
                + (ours.isEmpty() ? "" : "Cookie: " + ours + "\r\n") + more + "\r\n";
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The status and the headers of the answer, when its body will not end. */
    int status() throws IOException {
        return Integer.parseInt(line().substring(9, 12));
    }

    private Answer answer() throws IOException {
        int status = status();
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        String location = "";
        for (String line = line(); !line.isEmpty(); line = line()) {
            String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = line.substring(line.indexOf(':') + 1).strip();
            switch (name) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = true;
                case "connection" -> last = value.equalsIgnoreCase("close");
                case "location" -> location = value;
                case "set-cookie" -> remember(value);
                default -> {
                    // nothing that a visitor needs
                }
            }
        }
        Answer answer = new Answer(status, location, chunked ? chunks() : text(length));
        if (last) {
            openAgain();
        }
        return answer;
    }

    private void remember(String cookie) {
        String pair = cookie.split(";", 2)[0];
        cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }

    private void openAgain() throws IOException {
        socket.close();
        socket = open();
        in = new BufferedInputStream(socket.getInputStream(), 8_192);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
            body.append(text(length));
            line();
        }
        line();
        return body.toString();
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
