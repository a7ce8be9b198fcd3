package kr.dochak.console.settings;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.pages.Frame;
import kr.dochak.settings.Section;
import kr.dochak.settings.Setting;
import kr.dochak.settings.Settings;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;

/** The file of all settings: above each number its sentence, for who reads it. */
final class FileText {

    private FileText() {}

    static String of(Settings settings, MallId mall, Frame frame) {
        Words words = frame.words();
        String head = words.word(
                "settings.file.head", frame.mall(), KoreanTime.moment(frame.now(), frame.now(), words.locale()));
        return Stream.concat(
                        Stream.of("# " + head),
                        Arrays.stream(Section.values()).map(section -> section(section, settings, mall, frame)))
                .collect(Collectors.joining("\n"));
    }

    private static String section(Section section, Settings settings, MallId mall, Frame frame) {
        return settings.all().stream()
                .filter(each -> each.section() == section)
                .map(each -> lines(each, settings, mall, frame))
                .collect(Collectors.joining(
                        "", "\n# ── " + frame.words().word("settings.section." + section) + "\n", ""));
    }

    private static String lines(Setting<?> setting, Settings settings, MallId mall, Frame frame) {
        Instant now = frame.now();
        long house = settings.number(setting, null, now);
        String sentence = SettingWords.of(setting, frame.words()).with(house);
        String lines = "# " + sentence + "\n" + setting.key() + " = " + house + "\n";
        return settings.isOwn(setting, mall, now)
                ? lines + "mall " + setting.key() + " = " + settings.number(setting, mall, now) + "\n"
                : lines;
    }
}
