package kr.dochak.settings;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers that a file or the environment gave before there was a page: each is taken over once, as the first change of its setting, and
 * the page counts from then on.
 */
@Component
class FormerSettings implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FormerSettings.class);

    private final Settings settings;
    private final List<SettingPlan> plans;
    private final SettingRepository repository;
    private final Environment environment;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    FormerSettings(
            Settings settings,
            List<SettingPlan> plans,
            SettingRepository repository,
            Environment environment,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.plans = plans;
        this.repository = repository;
        this.environment = environment;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        settings.all().forEach(this::takeOver);
        plans.stream()
                .flatMap(plan -> plan.origins().stream())
                .forEach(origin -> origin.numbers().get().forEach((mall, number) -> takeOver(origin, mall, number)));
        settings.read();
    }

    private void takeOver(SettingOrigin origin, MallId mall, long number) {
        if (origin.setting().allows(number)) {
            MallId own = mall.equals(MallId.DEFAULT) ? null : mall;
            transaction.executeWithoutResult(status -> add(origin.setting(), own, origin.table(), number));
        }
    }

    private void takeOver(Setting<?> setting) {
        String name = "dochak." + setting.key();
        String given = environment.getProperty(name);
        if (given == null || given.isBlank()) {
            return;
        }
        OptionalLong number = number(setting, given.strip());
        if (number.isEmpty() || !setting.allows(number.getAsLong())) {
            log.warn(
                    "{} stays what it is: \"{}\" is no number from {} to {}",
                    name,
                    given,
                    setting.least(),
                    setting.most());
            return;
        }
        transaction.executeWithoutResult(status -> add(setting, null, name, number.getAsLong()));
    }

    private void add(Setting<?> setting, @Nullable MallId mall, String name, long number) {
        if (number == setting.usual() || isKnown(setting, mall)) {
            return;
        }
        repository.next();
        // another process may have been first while this one waited
        if (!isKnown(setting, mall)) {
            Instant now = clock.instant();
            repository.add(new SettingChange(
                    0,
                    setting.key(),
                    mall,
                    setting.usual(),
                    number,
                    now,
                    Person.FILE,
                    now,
                    name,
                    false,
                    null,
                    null,
                    null));
            log.info("{} was taken over into the settings page, which counts from now on", name);
        }
    }

    private boolean isKnown(Setting<?> setting, @Nullable MallId mall) {
        return !repository.of(setting.key(), mall, Long.MAX_VALUE, 1).isEmpty();
    }

    /** A whole number of the setting's unit; a span that is none is not taken over. */
    static OptionalLong number(Setting<?> setting, String given) {
        if (setting.unit() == Unit.PERCENT || setting.unit() == Unit.PER_MILLE) {
            return factor(given, setting.unit() == Unit.PERCENT ? 100 : 1_000);
        }
        if (given.matches("\\d{1,15}")) {
            return OptionalLong.of(Long.parseLong(given));
        }
        Optional<Long> unit = switch (setting.unit()) {
            case MINUTES -> Optional.of(60L);
            case HOURS -> Optional.of(3_600L);
            case DAYS -> Optional.of(86_400L);
            case WON, TIMES, PEOPLE, PARCELS, PERCENT, PER_MILLE -> Optional.empty();
        };
        try {
            return unit.map(seconds -> whole(DurationStyle.detectAndParse(given).toSeconds(), seconds))
                    .orElse(OptionalLong.empty());
        } catch (IllegalArgumentException noSpan) {
            return OptionalLong.empty();
        }
    }

    /** A file named a share as a factor; one that is no whole number of parts is not taken over. */
    private static OptionalLong factor(String given, int parts) {
        try {
            return OptionalLong.of(
                    new BigDecimal(given).multiply(BigDecimal.valueOf(parts)).longValueExact());
        } catch (ArithmeticException | NumberFormatException noParts) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong whole(long seconds, long unit) {
        return seconds % unit == 0 ? OptionalLong.of(seconds / unit) : OptionalLong.empty();
    }
}
