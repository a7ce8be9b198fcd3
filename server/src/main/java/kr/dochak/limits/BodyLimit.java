package kr.dochak.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import kr.dochak.api.BodyTooLarge;
import kr.dochak.api.UploadPlace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that no honest caller sends, before they are read: those that are larger than anything of their kind, and
 * files where none are taken.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class BodyLimit extends OncePerRequestFilter {

    private final LimitSettings.Body limits;
    private final Set<String> uploads;
    private final Refusals refusals;

    BodyLimit(LimitSettings settings, ObjectProvider<UploadPlace> uploads, Refusals refusals) {
        this.limits = settings.body();
        this.uploads = uploads.stream().map(UploadPlace::path).collect(Collectors.toUnmodifiableSet());
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean upload = Surface.isUpload(request);
        if (upload && !uploads.contains(request.getRequestURI())) {
            refusals.refuse(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        long most = (upload ? limits.upload() : limit(Surface.of(request))).toBytes();
        long length = request.getContentLengthLong();
        if (length > most) {
            refusals.refuse(request, response, HttpStatus.CONTENT_TOO_LARGE);
            return;
        }
        chain.doFilter(length < 0 && !upload ? new Counted(request, most) : request, response);
    }

    private DataSize limit(Surface surface) {
        return switch (surface) {
            case API -> limits.api();
            case HOOK -> limits.hook();
            default -> limits.form();
        };
    }

    /** A body whose length was not said beforehand. */
    private static final class Counted extends HttpServletRequestWrapper {

        private final long most;

        private Counted(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), most);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long most;
        private long read;

        private CountedStream(ServletInputStream body, long most) {
            this.body = body;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = body.read(bytes, offset, length);
            count(count);
            return count;
        }

        private void count(int more) throws BodyTooLarge {
            read += Math.max(0, more);
            if (read > most) {
                throw new BodyTooLarge(most);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
