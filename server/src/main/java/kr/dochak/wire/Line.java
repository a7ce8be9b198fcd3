package kr.dochak.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/** Sends requests within limits. Whatever happens is a response; redirections are answers and are not followed. */
public final class Line {

    private final Limits limits;
    private final CloseableHttpClient client;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Line(Limits limits, Names names, Predicate<InetAddress> mayConnect) {
        this.limits = limits;
        this.client = Clients.make(limits, names, mayConnect);
    }

    /** The whole answer; one that is longer than the limit is a failure. */
    public Response send(Request request) {
        return inTime(prepared(request), false);
    }

    /** The beginning of the answer, up to the limit; the rest is not read. */
    public Response sendForBeginning(Request request) {
        return inTime(prepared(request), true);
    }

    private static HttpUriRequestBase prepared(Request request) {
        HttpUriRequestBase prepared = new HttpUriRequestBase(request.method(), request.url());
        request.headers().forEach(prepared::setHeader);
        String body = request.body();
        if (body != null) {
            prepared.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), null));
        }
        return prepared;
    }

    private Response inTime(HttpUriRequestBase request, boolean onlyBeginning) {
        Future<Response> exchange = threads.submit(() -> exchange(request, onlyBeginning));
        try {
            return exchange.get(limits.whole().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return stop(request, exchange, Failure.TIMEOUT);
        } catch (ExecutionException e) {
            return new Response.Unanswered(Failure.of(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stop(request, exchange, Failure.INTERRUPTED);
        }
    }

    private static Response stop(HttpUriRequestBase request, Future<Response> exchange, Failure why) {
        request.abort();
        exchange.cancel(true);
        return new Response.Unanswered(why);
    }

    private Response exchange(HttpUriRequestBase request, boolean onlyBeginning) throws IOException, HttpException {
        ClassicHttpResponse response = client.executeOpen(RoutingSupport.determineHost(request), request, null);
        try {
            byte[] body = beginning(response.getEntity(), onlyBeginning ? limits.mostBytes() : limits.mostBytes() + 1);
            return !onlyBeginning && body.length > limits.mostBytes()
                    ? new Response.Unanswered(Failure.TOO_LONG)
                    : new Response.Answered(
                            response.getCode(), headers(response), new String(body, StandardCharsets.UTF_8));
        } finally {
            request.abort(); // what is left of an answer must not be read to its end only to be thrown away
            Closer.closeQuietly(response);
        }
    }

    private static byte[] beginning(@Nullable HttpEntity entity, int most) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        InputStream content = entity.getContent();
        return content == null ? new byte[0] : content.readNBytes(most);
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        return Stream.of(response.getHeaders())
                .collect(Collectors.groupingBy(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        Collectors.mapping(Header::getValue, Collectors.toList())));
    }

    void close() {
        threads.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
