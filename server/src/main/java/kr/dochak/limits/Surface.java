package kr.dochak.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What kind of address a request is for, by its raw path: one that is written in another way is a page. */
enum Surface {
    API,
    HOOK,
    FILE,
    STREAM,
    LOGIN,
    PAGE;

    private static final List<String> FILES = List.of(
            "/assets/",
            "/vendor/",
            "/webjars/",
            "/img/",
            "/favicon.ico",
            "/manifest.json",
            "/sw.js",
            "/offline.html",
            "/robots.txt");

    static Surface of(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.startsWith("/api/") || path.startsWith("/internal/")) {
            return API;
        }
        if (path.startsWith("/hooks/")) {
            return HOOK;
        }
        if (FILES.stream().anyMatch(path::startsWith)) {
            return FILE;
        }
        if (path.startsWith("/live/") || path.equals("/console/live")) {
            return STREAM;
        }
        boolean login = path.equals("/login")
                || path.startsWith("/login/")
                || path.equals("/console/login")
                || path.startsWith("/console/login/");
        return login && request.getMethod().equals("POST") ? LOGIN : PAGE;
    }

    /** Whether programs read the answer. */
    boolean ofPrograms() {
        return this == API || this == HOOK;
    }

    static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, 10);
    }
}
