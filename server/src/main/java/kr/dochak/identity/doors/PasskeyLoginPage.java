package kr.dochak.identity.doors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.identity.CustomerLogin;
import kr.dochak.identity.StaffRepository;
import kr.dochak.identity.factors.SecondSteps;
import kr.dochak.identity.passkeys.Owner;
import kr.dochak.identity.passkeys.Passkeys;
import kr.dochak.identity.security.SecurityEvent.Kind;
import kr.dochak.identity.security.SecurityEvent.Outcome;
import kr.dochak.identity.security.SecurityEvent.Who;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.identity.sessions.Proof;
import kr.dochak.identity.sessions.Way;
import kr.dochak.identity.vault.People;
import kr.dochak.shared.PersonId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Staff and customers log in by passkey (IDN-1): nothing is typed, and the device has checked its owner. */
@Controller
class PasskeyLoginPage {

    private final Passkeys passkeys;
    private final StaffRepository staff;
    private final StaffSession staffSession;
    private final People people;
    private final CustomerSession customerSession;
    private final SecurityLog log;

    PasskeyLoginPage(
            Passkeys passkeys,
            StaffRepository staff,
            StaffSession staffSession,
            People people,
            CustomerSession customerSession,
            SecurityLog log) {
        this.passkeys = passkeys;
        this.staff = staff;
        this.staffSession = staffSession;
        this.people = people;
        this.customerSession = customerSession;
        this.log = log;
    }

    @PostMapping("/console/login/passkey")
    String staff(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String answer) {
        Optional<StaffRepository.Row> account = passkeys.check("staff", answer, request)
                .map(Owner::staffId)
                .flatMap(staff::byId)
                .filter(StaffRepository.Row::active);
        note(account.isPresent(), request);
        return account.map(row -> {
                    SecondSteps.COOKIE.end(request, response);
                    return "redirect:" + staffSession.begin(row, new Proof(Way.PASSKEY), request, response);
                })
                .orElse("redirect:/console/login?passkey");
    }

    @PostMapping("/login/passkey")
    String customer(
            HttpServletRequest request, HttpServletResponse response, @RequestParam(defaultValue = "") String answer) {
        Optional<CustomerLogin> customer =
                passkeys.check("customer", answer, request).flatMap(this::customer);
        note(customer.isPresent(), request);
        return customer.map(found -> "redirect:" + customerSession.begin(found, Way.PASSKEY, request, response))
                .orElse("redirect:/login?passkey");
    }

    /** With the contact that was confirmed when the passkey was made, so that all of the person's orders are there. */
    private Optional<CustomerLogin> customer(Owner owner) {
        PersonId person = Objects.requireNonNull(owner.personId());
        return Optional.ofNullable(people.open(List.of(person)).get(person))
                .map(data -> new CustomerLogin(person, owner.tenantId(), data.locale(), owner.contact()));
    }

    private void note(boolean done, HttpServletRequest request) {
        Outcome outcome = done ? Outcome.DONE : Outcome.REFUSED;
        log.note(Kind.PASSKEY, outcome, Who.NOBODY, request.getRemoteAddr(), "log-in");
    }
}
