package kr.dochak.identity.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.identity.vault.Secrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says once after a redirect, sealed in a cookie of three minutes: it may be a key that is shown only once, and
 * whoever holds a tracking link has no session to keep it in.
 */
final class SealedFlash extends AbstractFlashMapManager {

    private static final Logger log = LoggerFactory.getLogger(SealedFlash.class);
    private static final String BELONGS_TO = "flash";
    private static final String OURS = "kr.dochak.";
    private static final int MOST_CHARACTERS = 3_800;

    private final BrowserCookie cookie = new BrowserCookie("flash", "/", Duration.ofMinutes(3));
    private final Secrets secrets;
    private final JsonMapper json;

    SealedFlash(Secrets secrets, JsonMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    /** One that waits for its page. */
    private record Waiting(
            @Nullable String path, Map<String, List<String>> params, long until, Map<String, Typed> attributes) {}

    /** A value with its class: a record of ours, or a text. */
    private record Typed(String type, JsonNode value) {}

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return cookie.of(request)
                .filter(value -> value.length() <= MOST_CHARACTERS)
                .flatMap(value -> secrets.openOurs(value, BELONGS_TO))
                .map(text -> Arrays.stream(json.readValue(text, Waiting[].class))
                        .map(this::flash)
                        .collect(Collectors.toCollection(ArrayList::new)))
                .orElse(null);
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
        if (flashMaps.isEmpty()) {
            cookie.end(request, response);
            return;
        }
        String text =
                json.writeValueAsString(flashMaps.stream().map(this::waiting).toList());
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(secrets.seal(text, BELONGS_TO));
        if (value.length() > MOST_CHARACTERS) {
            log.warn(
                    "What a page would say after a redirect does not fit into a cookie: {} characters", value.length());
        } else {
            cookie.set(value, request, response);
        }
    }

    private Waiting waiting(FlashMap flash) {
        return new Waiting(
                flash.getTargetRequestPath(),
                flash.getTargetRequestParams(),
                flash.getExpirationTime(),
                flash.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> typed(each.getValue()))));
    }

    private Typed typed(Object value) {
        return new Typed(value.getClass().getName(), json.valueToTree(value));
    }

    private FlashMap flash(Waiting waiting) {
        FlashMap flash = new FlashMap();
        waiting.attributes().forEach((name, typed) -> flash.put(name, json.treeToValue(typed.value(), type(typed))));
        flash.setTargetRequestPath(waiting.path());
        flash.addTargetRequestParams(new LinkedMultiValueMap<>(waiting.params()));
        flash.setExpirationTime(waiting.until());
        return flash;
    }

    private static Class<?> type(Typed typed) {
        if (!typed.type().startsWith(OURS)) {
            return String.class;
        }
        try {
            return Class.forName(typed.type());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("sealed by another version: " + typed.type(), e);
        }
    }
}
