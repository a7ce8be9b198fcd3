package kr.dochak.settings;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import kr.dochak.settings.ChangeOutcome.Changed;
import kr.dochak.settings.ChangeOutcome.Wish;
import kr.dochak.settings.SettingChange.Person;
import org.assertj.core.api.Assertions;

/** Changes numbers of the house for a test and puts them back, since all tests share one application. */
public final class SettingFixture {

    private static final Person SORA = new Person(11, "한소라");

    private SettingFixture() {}

    /** What was changed; closing puts it back. */
    public interface Until extends AutoCloseable {

        @Override
        void close();
    }

    /** All of them count when this returns. */
    public static Until set(SettingDesk desk, Settings settings, Instant now, Map<Setting<?>, Long> numbers) {
        Map<Setting<?>, Long> before = numbers.keySet().stream()
                .collect(Collectors.toMap(each -> each, each -> settings.number(each, null, now)));
        change(desk, now, numbers);
        return () -> change(desk, now, before);
    }

    private static void change(SettingDesk desk, Instant now, Map<Setting<?>, Long> numbers) {
        numbers.forEach((setting, number) -> Assertions.assertThat(desk.change(
                        null, new Wish(setting.key(), String.valueOf(number), now, "시험", Long.MAX_VALUE), SORA))
                .as(setting.key())
                .isInstanceOf(Changed.class));
    }

    /** What a file gave for it before there was a page, as its number. */
    public static OptionalLong former(Setting<?> setting, String given) {
        return FormerSettings.number(setting, given);
    }
}
