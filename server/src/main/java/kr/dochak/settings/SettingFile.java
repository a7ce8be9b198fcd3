package kr.dochak.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Settings as a file of lines (SET-1), so that one installation's numbers can be kept, compared and brought into another:
 * {@code key = number} for all malls, {@code mall key = number} for the mall alone, and what follows {@code #} is for people.
 *
 * @param lines in the order of the file
 * @param unreadable numbers of lines, from 1 on, that say nothing we understand
 */
public record SettingFile(List<Line> lines, List<Integer> unreadable) {

    /** More is no file of settings. */
    static final int MOST_LINES = 2_000;

    private static final Pattern LINE = Pattern.compile("(mall\\s+)?([a-z][a-z0-9.-]{0,99})\\s*=\\s*([0-9,]{1,20})");

    /**
     * One number.
     *
     * @param at the number of the line, from 1 on
     * @param ofMall whether it is the mall's own
     */
    public record Line(int at, boolean ofMall, String key, String number) {

        String text() {
            return (ofMall ? "mall " : "") + key + " = " + number;
        }
    }

    /** Reads a file; whatever it holds, this answers. */
    public static SettingFile read(String text) {
        List<Line> lines = new ArrayList<>();
        List<Integer> unreadable = new ArrayList<>();
        List<String> all = text.lines().limit(MOST_LINES).toList();
        for (int at = 1; at <= all.size(); at++) {
            String line = all.get(at - 1)
                    .replaceFirst("#.*", "")
                    .replace("\uFEFF", "")
                    .strip();
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) {
                lines.add(new Line(at, parts.group(1) != null, parts.group(2), parts.group(3)));
            } else if (!line.isEmpty()) {
                unreadable.add(at);
            }
        }
        return new SettingFile(List.copyOf(lines), List.copyOf(unreadable));
    }
}
