package kr.dochak.identity.oidc;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import kr.dochak.identity.OidcRefusal;
import kr.dochak.identity.OidcSettings;
import kr.dochak.identity.doors.StaffSession;
import kr.dochak.identity.factors.SecondSteps;
import kr.dochak.identity.oidc.PendingLogins.Pending;
import kr.dochak.identity.oidc.ProviderLogin.Entry;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.tries.Asker;
import kr.dochak.identity.tries.Slowed;
import kr.dochak.pages.Framed;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.async.WebAsyncTask;

/**
 * The way to the company's provider and back (IDN-1). Both doors wait for it on threads of their own, so that pages and passwords
 * go on while it is slow; without a provider there are no such doors.
 */
@Controller
@Framed(title = "identity.staff.title")
class OidcPage {

    private static final long WITHIN_MILLIS = 30_000;

    private final OidcSettings settings;
    private final Provider provider;
    private final PendingLogins pending;
    private final ProviderLogin login;
    private final StaffSession session;
    private final InstantSource clock;
    private final SimpleAsyncTaskExecutor waiting = new SimpleAsyncTaskExecutor("oidc-");

    OidcPage(
            OidcSettings settings,
            Provider provider,
            PendingLogins pending,
            ProviderLogin login,
            StaffSession session,
            InstantSource clock) {
        this.settings = settings;
        this.provider = provider;
        this.pending = pending;
        this.login = login;
        this.session = session;
        this.clock = clock;
        waiting.setVirtualThreads(true);
    }

    /** A link and no form: browsers do not follow a form to another site, and all it changes is a cookie. */
    @GetMapping(OidcSettings.AT)
    WebAsyncTask<String> begin(HttpServletRequest request, HttpServletResponse response) {
        return waiting(() -> {
            Pending begun = pending.begin(request, response);
            return provider.entrance(begun)
                    .map(address -> "redirect:" + address)
                    .orElseGet(() -> refused(OidcRefusal.UNREACHABLE, request));
        });
    }

    @GetMapping(OidcSettings.AT + "/back")
    WebAsyncTask<String> back(
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            Model model) {
        return waiting(() -> {
            Optional<Pending> begun = pending.end(state, request, response);
            if (begun.isEmpty()) {
                return refused(OidcRefusal.STATE, request);
            }
            if (code.isEmpty()) {
                return refused(OidcRefusal.STOPPED, request);
            }
            return switch (login.enter(begun.get(), code, Asker.of(request), request.getRemoteAddr())) {
                case Entry.Welcome welcome -> {
                    SecondSteps.COOKIE.end(request, response);
                    yield "redirect:" + session.begin(welcome.account(), welcome.shown(), request, response);
                }
                case Entry.Step(String token) -> {
                    SecondSteps.COOKIE.set(token, request, response);
                    yield "redirect:/console/login/code";
                }
                case Entry.Slowed slowed -> {
                    Slowed.answer(slowed.until(), clock.instant(), response);
                    String until = KoreanTime.moment(slowed.until(), clock.instant(), words.locale());
                    model.addAttribute("error", words.word("identity.oidc.slowed", until));
                    yield "identity/staff-login";
                }
                case Entry.Refused(OidcRefusal why) -> "redirect:/console/login?oidc=" + why;
            };
        });
    }

    private WebAsyncTask<String> waiting(Callable<String> work) {
        if (!settings.isOn()) {
            throw Problem.notFound("identity.oidc.off");
        }
        return new WebAsyncTask<>(WITHIN_MILLIS, waiting, work);
    }

    private String refused(OidcRefusal why, HttpServletRequest request) {
        login.refused(why, Who.NOBODY, request.getRemoteAddr());
        return "redirect:/console/login?oidc=" + why;
    }
}
