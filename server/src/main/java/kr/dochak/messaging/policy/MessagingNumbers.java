package kr.dochak.messaging.policy;

import java.time.Duration;
import java.util.function.ToLongFunction;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.SettingOrigin;
import kr.dochak.settings.SettingPlan;
import kr.dochak.settings.Unit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Numbers of messages that are policy (SET-1), each mall's own. */
@Configuration(proxyBeanMethods = false)
class MessagingNumbers {

    private static final String TABLE = "messaging.policy";

    /** How soon after one another two notices about the same promise are one. */
    static final Setting<Duration> MERGE_WITHIN = Setting.span(
                    "messaging.merge-within", Section.MESSAGES, Unit.MINUTES, 0, 60, 10)
            .ofEachMall();
    /** How many notices a customer gets by outside channels within an hour; further ones stand in the inbox. */
    static final Setting<Integer> HOURLY_LIMIT = Setting.count(
                    "messaging.hourly-limit", Section.MESSAGES, Unit.TIMES, 1, 60, 6)
            .ofEachMall();
    /** By when somebody calls after a loss, a damage or a return; notices name that moment, and the task is due then. */
    static final Setting<Duration> CONTACT_WITHIN = Setting.span(
                    "messaging.contact-within", Section.MESSAGES, Unit.HOURS, 1, 72, 24)
            .ofEachMall();
    /** By when the customer of a silent parcel hears what its carrier says (TRK-4). */
    static final Setting<Duration> CARRIER_ANSWERS_WITHIN = Setting.span(
                    "messaging.carrier-answers-within", Section.MESSAGES, Unit.HOURS, 1, 72, 24)
            .ofEachMall();

    /** Of the moments that the table promised a part of an hour is left out: what was promised for later is done sooner. */
    @Bean
    SettingPlan messagingSettingPlan(MessagingPolicies policies) {
        return SettingPlan.of(HOURLY_LIMIT, MERGE_WITHIN, CONTACT_WITHIN, CARRIER_ANSWERS_WITHIN)
                .from(
                        from(HOURLY_LIMIT, policies, MessagingPolicy::hourlyLimit),
                        from(
                                MERGE_WITHIN,
                                policies,
                                policy -> policy.mergeWithin().toMinutes()),
                        from(CONTACT_WITHIN, policies, policy -> hours(policy.contactWithin())),
                        from(CARRIER_ANSWERS_WITHIN, policies, policy -> hours(policy.carrierAnswersWithin())));
    }

    private static long hours(Duration within) {
        return Math.max(1, within.toHours());
    }

    private static SettingOrigin from(
            Setting<?> setting, MessagingPolicies policies, ToLongFunction<MessagingPolicy> number) {
        return new SettingOrigin(setting, TABLE, () -> policies.former(number));
    }
}
