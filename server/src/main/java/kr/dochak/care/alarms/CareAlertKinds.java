package kr.dochak.care.alarms;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import kr.dochak.alerts.AlertKind;
import kr.dochak.alerts.Severity;
import kr.dochak.database.Sql;
import kr.dochak.identity.Right;
import kr.dochak.identity.StaffMember.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The kinds of alerts that this module brings. Objects are numbers of cases and tasks. */
@Configuration(proxyBeanMethods = false)
class CareAlertKinds {

    /** A clock of a case ran out: unanswered, or unsolved. */
    @Bean
    AlertKind caseClockAlert(JdbcClient jdbc, InstantSource clock) {
        return AlertKind.raised(
                "care.case-clock",
                Severity.SERIOUS,
                Right.CASES_SEE,
                (mall, objects) -> of(jdbc.sql("""
                        select id from care.support_case
                        where id = any(:ids) and status <> 'SOLVED' and attention_at < :now
                        """), objects, clock),
                Role.AGENT);
    }

    /** A case was put before the lead, and no lead has seen it. */
    @Bean
    AlertKind caseEscalatedAlert(JdbcClient jdbc, InstantSource clock) {
        return AlertKind.raised(
                "care.case-escalated",
                Severity.GRAVE,
                Right.CASES_SEE,
                (mall, objects) -> of(jdbc.sql("""
                        select id from care.support_case
                        where id = any(:ids) and status <> 'SOLVED' and escalated_at <= :now and lead_seen_at is null
                        """), objects, clock),
                Role.LEAD);
    }

    /** What a customer wrote sounds of danger or of law; over with the case. */
    @Bean
    AlertKind dangerAlert(JdbcClient jdbc, InstantSource clock) {
        return AlertKind.raised(
                "care.danger",
                Severity.GRAVE,
                Right.CASES_SEE,
                (mall, objects) -> of(jdbc.sql("""
                        select id from care.support_case where id = any(:ids) and status <> 'SOLVED' and opened_at <= :now
                        """), objects, clock),
                Role.AGENT,
                Role.LEAD);
    }

    /** An act that a customer was promised is late. */
    @Bean
    AlertKind lateTaskAlert(JdbcClient jdbc, InstantSource clock) {
        return AlertKind.raised(
                "care.late-task",
                Severity.SERIOUS,
                Right.TASKS_WORK,
                (mall, objects) -> of(jdbc.sql("""
                        select id from care.task where id = any(:ids) and ended_at is null and due_at <= :now
                        """), objects, clock),
                Role.LEAD,
                Role.OPERATOR);
    }

    private static List<String> of(JdbcClient.StatementSpec lasting, Collection<String> objects, InstantSource clock) {
        return lasting
                .param("ids", objects.stream().map(Long::valueOf).toArray(Long[]::new))
                .param("now", Sql.at(clock.instant()))
                .query(Long.class)
                .list()
                .stream()
                .map(String::valueOf)
                .toList();
    }
}
