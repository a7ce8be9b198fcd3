package kr.dochak.alerts.sending;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kr.dochak.alerts.Alert;
import kr.dochak.alerts.AlertBell;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.AlertKinds;
import kr.dochak.alerts.AlertSettings;
import kr.dochak.alerts.rules.AlertRule;
import kr.dochak.alerts.rules.Hearers;
import kr.dochak.alerts.rules.Rules;
import kr.dochak.alerts.sending.MessageRepository.Due;
import kr.dochak.alerts.sending.MessageRepository.Fresh;
import kr.dochak.alerts.sending.RingPlan.Ring;
import kr.dochak.shared.MallId;
import kr.dochak.time.Ticking;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets alerts ring, again while nobody acknowledges them, and further up: it writes down who gets what, which is sent afterwards. Never a
 * reason to wake: a driven world does not stop for letters to staff.
 */
@Component
class AlertRinging implements Ticking {

    private static final int MOST_AT_ONCE = 100;

    private final MessageRepository messages;
    private final AlertKinds kinds;
    private final Rules rules;
    private final Audiences audiences;
    private final AlertSettings settings;
    private final AlertText texts;
    private final AlertBell bell;

    AlertRinging(
            MessageRepository messages,
            AlertKinds kinds,
            Rules rules,
            Audiences audiences,
            AlertSettings settings,
            AlertText texts,
            AlertBell bell) {
        this.messages = messages;
        this.kinds = kinds;
        this.rules = rules;
        this.audiences = audiences;
        this.settings = settings;
        this.texts = texts;
        this.bell = bell;
    }

    @Override
    @Transactional
    public boolean tick(Instant now) {
        List<Due> due = messages.ringing(now, MOST_AT_ONCE);
        if (due.isEmpty()) {
            return false;
        }
        Map<MallId, Hearers.Present> present = new HashMap<>();
        List<Fresh> fresh = new ArrayList<>();
        for (Due each : due) {
            Alert alert = each.alert();
            Ring ring = RingPlan.at(
                    each.ringing(), now, settings.repeatAfter(alert.mall()), settings.escalateAfter(alert.mall()));
            kinds.byKey(alert.kind())
                    .ifPresent(kind -> fresh.addAll(messages(
                            kind,
                            alert,
                            ring,
                            present.computeIfAbsent(alert.mall(), mall -> audiences.present(mall, now)))));
            messages.rung(alert.id(), ring);
            bell.changed(alert.mall());
        }
        messages.add(fresh, now);
        return due.size() == MOST_AT_ONCE;
    }

    private List<Fresh> messages(AlertKind kind, Alert alert, Ring ring, Hearers.Present present) {
        AlertText.Text text = texts.of(kind, alert);
        return hearers(kind, alert, ring, present).stream()
                .map(each -> new Fresh(alert.id(), ring.round(), each, text))
                .toList();
    }

    /** Where nobody hears a step, the next one does at once: no alert goes to an empty room. */
    private Set<Hearers.Hearer> hearers(AlertKind kind, Alert alert, Ring ring, Hearers.Present present) {
        List<AlertRule> all = rules.of(alert.mall(), kind);
        Set<Hearers.Hearer> hearers = new LinkedHashSet<>();
        ring.to().forEach(step -> hearers.addAll(Hearers.outside(kind, step, all, present)));
        boolean rings = !ring.to().isEmpty();
        for (int step = ring.step() + 1; rings && hearers.isEmpty() && step <= AlertRule.LAST_STEP; step++) {
            hearers.addAll(Hearers.outside(kind, step, all, present));
        }
        return hearers;
    }
}
