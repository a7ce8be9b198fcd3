package kr.dochak.tracking.carriers.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.dochak.connections.EnvironmentOnly;
import kr.dochak.tracking.carriers.Source;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The switches people know, from the environment through the file of settings. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CarrierSettingsTests {

    @ParameterizedTest
    @CsvSource(textBlock = """
            DOCHAK_CJ_ON,               true, CJ
            DOCHAK_HANJIN_ON,           true, HANJIN
            DOCHAK_LOTTE_ON,            true, LOTTE
            DOCHAK_EPOST_ON,            true, EPOST
            DOCHAK_LOGEN_ON,            true, LOGEN
            DOCHAK_COUPANG_LS_ON,       true, COUPANG_LS
            DOCHAK_KDEXP_ON,            true, KDEXP
            DOCHAK_SWEETTRACKER_KEY,    k,    SWEETTRACKER
            DOCHAK_TRACKER_DELIVERY_KEY,k,    TRACKER_DELIVERY
            """)
    void each_switch_opens_its_route_and_no_other(String name, String value, Source source) throws IOException {
        assertThat(keys(Map.of(name, value)).open()).containsExactly(source);
    }

    @Test
    void nothing_is_asked_unless_somebody_says_so() throws IOException {
        assertThat(keys(Map.of()).open()).isEmpty();
    }

    @Test
    void no_key_of_the_settings_became_a_truth_value() throws IOException {
        Stream<String> names = file().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Stream.of(((EnumerablePropertySource<?>) source).getPropertyNames()));

        assertThat(names).isNotEmpty().noneMatch(name -> name.matches(".*\\.(true|false)(\\..*)?"));
    }

    private static CarrierKeys keys(Map<String, String> environment) throws IOException {
        return new CarrierKeys(EnvironmentOnly.connections(), settings(environment));
    }

    private static CarrierSettings settings(Map<String, String> environment) throws IOException {
        StandardEnvironment all = new StandardEnvironment();
        all.getPropertySources().forEach(source -> all.getPropertySources().remove(source.getName()));
        all.getPropertySources().addLast(new MapPropertySource("environment", new HashMap<>(environment)));
        file().forEach(all.getPropertySources()::addLast);
        return Binder.get(all).bind("dochak.carriers", CarrierSettings.class).get();
    }

    private static List<PropertySource<?>> file() throws IOException {
        return new YamlPropertySourceLoader().load("file", new ClassPathResource("application.yaml"));
    }
}
