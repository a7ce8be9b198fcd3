package kr.dochak.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kr.dochak.alerts.AlertCause;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Settings;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What staff hear of backups (MSG-7): that one failed, and that none was made for too long. */
@Configuration(proxyBeanMethods = false)
class BackupAlerts {

    /** A day and a part, so that a nightly one may be late. */
    static final Setting<Duration> EVERY = Setting.span("backup.every", Section.PRIVACY, Unit.HOURS, 2, 744, 30);

    private static final Duration SELDOM = Duration.ofMinutes(1);
    private static final String HREF = "/console/integrations";
    /** Backups are of the days of the wall, whatever time the world has. */
    private static final InstantSource WALL = InstantSource.system();

    @Bean
    SettingPlan backupSettingPlan() {
        return SettingPlan.of(EVERY);
    }

    @Bean
    AlertKind failedBackupAlert(BackupSettings folder) {
        return kind("backup.failed", folder, note -> BackupRule.failedSince(note, WALL.instant()));
    }

    @Bean
    AlertKind missingBackupAlert(BackupSettings folder, Settings settings) {
        return kind(
                "backup.missing", folder, note -> BackupRule.missingSince(note, settings.of(EVERY), WALL.instant()));
    }

    private static AlertKind kind(String key, BackupSettings folder, Function<BackupNote, Optional<Instant>> since) {
        return AlertKind.watched(
                        key,
                        Severity.SERIOUS,
                        Right.INTEGRATIONS_SEE,
                        mall -> BackupNote.of(folder.data())
                                .flatMap(since)
                                .map(at -> List.of(new AlertCause("backup", "", HREF, 1, at)))
                                .orElse(List.of()),
                        Role.OPERATOR,
                        Role.ADMIN)
                .house()
                .every(SELDOM);
    }
}
