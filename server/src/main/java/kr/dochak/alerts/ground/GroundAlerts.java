package kr.dochak.alerts.ground;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.changes.ChainState;
import kr.dochak.changes.ChangeChain;
import kr.dochak.database.WorkFolder;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.identity.security.SecurityLog;
import kr.dochak.settings.SettingChange;
import kr.dochak.settings.SettingDesk;
import kr.dochak.time.FailedFacts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The kinds of the ground floor (MSG-7). */
@Configuration(proxyBeanMethods = false)
class GroundAlerts {

    private static final Duration OFTEN = Duration.ofSeconds(5);
    private static final Duration SELDOM = Duration.ofMinutes(1);
    /** A fact that was tried so often does not come through by itself. */
    private static final int STUCK_AFTER = 5;

    /** Many were refused at the doors. */
    @Bean
    AlertKind refusalsAlert(SecurityLog log) {
        return AlertKind.watched(
                        "alerts.refusals",
                        Severity.GRAVE,
                        Right.SECURITY_SEE,
                        mall -> log.alarm().stream()
                                .map(alarm -> new AlertCause(
                                        "doors",
                                        "",
                                        "/console/security?outcome=REFUSED",
                                        alarm.refusals(),
                                        alarm.since()))
                                .toList(),
                        Role.ADMIN)
                .house()
                .every(OFTEN);
    }

    /** A change of a setting waits for a second person. */
    @Bean
    AlertKind waitingSettingAlert(SettingDesk desk) {
        return AlertKind.watched(
                        "alerts.setting-waits",
                        Severity.NOTE,
                        Right.SETTINGS_SEE,
                        mall -> desk.waiting(mall).stream()
                                .map(GroundAlerts::waits)
                                .toList(),
                        Role.MANAGER,
                        Role.LEGAL,
                        Role.ADMIN)
                .every(OFTEN);
    }

    private static AlertCause waits(SettingChange change) {
        return AlertCause.of("change " + change.id(), change.key(), "/console/settings/" + change.key(), change.at());
    }

    /** What happened is not acted upon: a listener fails again and again. */
    @Bean
    AlertKind stuckFactsAlert(FailedFacts facts) {
        return AlertKind.watched(
                        "alerts.stuck-facts",
                        Severity.GRAVE,
                        Right.INTEGRATIONS_SEE,
                        mall -> stuck(facts.all()),
                        Role.OPERATOR,
                        Role.ADMIN)
                .house()
                .every(OFTEN);
    }

    private static List<AlertCause> stuck(List<FailedFacts.Failed> failed) {
        List<FailedFacts.Failed> stuck =
                failed.stream().filter(each -> each.attempts() >= STUCK_AFTER).toList();
        return stuck.isEmpty()
                ? List.of()
                : List.of(new AlertCause(
                        "facts",
                        "",
                        "/console/integrations",
                        stuck.size(),
                        stuck.getFirst().triedAt()));
    }

    /** A row of the change log is not as it was written (ASR-5). */
    @Bean
    AlertKind brokenLogAlert(ChangeChain chain) {
        return AlertKind.watched(
                        "alerts.broken-log",
                        Severity.GRAVE,
                        Right.SECURITY_SEE,
                        mall -> chain.state().last().flatMap(GroundAlerts::broken).stream()
                                .toList(),
                        Role.ADMIN,
                        Role.AUDITOR)
                .house()
                .every(OFTEN);
    }

    private static Optional<AlertCause> broken(ChainState.Look look) {
        return Optional.ofNullable(look.broken())
                .map(place -> AlertCause.of("change-log", "#" + place, "/console/changes", look.at()));
    }

    /** The disk with our data is nearly full. */
    @Bean
    AlertKind diskAlert(WorkFolder work, InstantSource clock) {
        return AlertKind.watched(
                        "alerts.disk",
                        Severity.GRAVE,
                        Right.INTEGRATIONS_SEE,
                        mall -> full(work.folder().toFile(), clock.instant()),
                        Role.OPERATOR,
                        Role.ADMIN)
                .house()
                .every(SELDOM);
    }

    private static List<AlertCause> full(File data, Instant now) {
        return DiskRule.isFull(data.getTotalSpace(), data.getUsableSpace())
                ? List.of(new AlertCause("disk", DiskRule.left(data.getUsableSpace()), "/console/integrations", 1, now))
                : List.of();
    }
}
