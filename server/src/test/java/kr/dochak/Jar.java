package kr.dochak;

import jakarta.servlet.http.Cookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultHandler;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The cookies of one browser in a test with MockMvc: {@code mvc.perform(get("/").with(jar)).andDo(jar)}. */
public final class Jar implements RequestPostProcessor, ResultHandler {

    private final Map<String, Cookie> cookies = new LinkedHashMap<>();

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        if (!cookies.isEmpty()) {
            request.setCookies(cookies.values().toArray(Cookie[]::new));
        }
        return request;
    }

    @Override
    public void handle(MvcResult result) {
        for (Cookie cookie : result.getResponse().getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
    }

    /** The value of a cookie, or null when the browser has none of this name. */
    public @Nullable String value(String name) {
        Cookie cookie = cookies.get(name);
        return cookie == null ? null : cookie.getValue();
    }

    /** Puts a cookie in, as somebody would who made it up. */
    public void put(String name, String value) {
        cookies.put(name, new Cookie(name, value));
    }
}
