package kr.dochak.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import kr.dochak.identity.OidcSettings;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.WebAsyncTask;

/**
 * Where the company's provider reports that somebody was logged out there (OpenID Connect Back-Channel Logout). What it signed is all
 * that counts; its keys may have to be asked for, which is waited for on threads of its own.
 */
@RestController
class LogoutController {

    static final String AT = "/hooks/oidc/logout";

    private static final long WITHIN_MILLIS = 30_000;
    private static final int MOST_CHARACTERS = 8_000;

    private final OidcSettings settings;
    private final ProviderLogout logout;
    private final SimpleAsyncTaskExecutor waiting = new SimpleAsyncTaskExecutor("oidc-logout-");

    LogoutController(OidcSettings settings, ProviderLogout logout) {
        this.settings = settings;
        this.logout = logout;
        waiting.setVirtualThreads(true);
    }

    @PostMapping(AT)
    WebAsyncTask<ResponseEntity<?>> ended(
            HttpServletRequest request, @RequestParam(name = "logout_token", defaultValue = "") String token) {
        String address = request.getRemoteAddr();
        return new WebAsyncTask<>(WITHIN_MILLIS, waiting, () -> answer(token, address));
    }

    private ResponseEntity<?> answer(String token, String address) {
        if (!settings.isOn()) {
            return ResponseEntity.notFound().build();
        }
        boolean taken = token.length() <= MOST_CHARACTERS && logout.take(token, address);
        var answer = ResponseEntity.status(taken ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .cacheControl(CacheControl.noStore());
        return taken ? answer.build() : answer.body(Map.of("error", "invalid_request"));
    }
}
