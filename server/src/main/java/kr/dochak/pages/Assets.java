package kr.dochak.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kr.dochak.shared.Hash;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the many small style and behaviour files as one each, joined once at start, so there is no build step. The
 * version in their address changes with any content.
 */
@RestController
class Assets {

    private static final Map<String, List<String>> PARTS = Map.of(
            "portal.css", List.of("css/tokens.css", "css/base.css", "css/components/*.css", "css/portal/*.css"),
            "console.css", List.of("css/tokens.css", "css/base.css", "css/components/*.css", "css/console/*.css"),
            "app.js", List.of("js/*.js"));

    private final Map<String, String> joined = new TreeMap<>();
    private final String version;

    Assets() {
        PARTS.forEach((name, patterns) -> joined.put(name, join(patterns)));
        version = Hash.hex(joined.values().toString()).substring(0, 10);
    }

    String version() {
        return version;
    }

    Map<String, String> all() {
        return Map.copyOf(joined);
    }

    @GetMapping("/assets/{version}/{name}")
    ResponseEntity<String> asset(@PathVariable String version, @PathVariable String name) {
        String content = joined.get(name);
        if (content == null) {
            return ResponseEntity.notFound().build();
        }
        String type = name.endsWith(".css") ? "text/css" : "text/javascript";
        CacheControl cache = version.equals(this.version)
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache();
        return ResponseEntity.ok()
                .cacheControl(cache)
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .body(content);
    }

    private static String join(List<String> patterns) {
        var finder = new PathMatchingResourcePatternResolver();
        var text = new StringBuilder();
        try {
            for (String pattern : patterns) {
                Resource[] found = finder.getResources("classpath*:static/" + pattern);
                Arrays.sort(found, Comparator.comparing(Resource::getFilename));
                for (Resource part : found) {
                    text.append(part.getContentAsString(StandardCharsets.UTF_8)).append('\n');
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
