package kr.dochak.console.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.orders.imports.FileKind;
import kr.dochak.orders.imports.ImportLook;
import kr.dochak.orders.imports.ImportRun;
import kr.dochak.orders.imports.StateWord;
import kr.dochak.pages.Field;
import kr.dochak.pages.Tone;
import kr.dochak.shared.Words;

/** What the pages of files say. */
public final class ImportWords {

    private ImportWords() {}

    /** How a run stands. */
    public static Tone tone(ImportRun run) {
        return switch (run.state()) {
            case RUNNING -> Tone.NEUTRAL;
            case STOPPED -> Tone.LATE;
            case DONE -> run.rejected() > 0 ? Tone.AT_RISK : Tone.DONE;
        };
    }

    /** The same in words. */
    public static String state(ImportRun run, Words words) {
        return words.word("console.imports.state."
                + (run.state() == ImportRun.State.DONE && run.rejected() > 0 ? "PARTLY" : run.state()));
    }

    /** How an order of a file would fare. */
    public static Tone tone(ImportLook.Row row) {
        return switch (row.state()) {
            case "PAID" -> Tone.DONE;
            case "WRONG" -> Tone.LATE;
            default -> Tone.NEUTRAL;
        };
    }

    /** The kinds of files, the first being a guess from the headings. */
    public static Field kinds(List<FileKind> kinds, String chosen, Words words) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", words.word("console.imports.guess")));
        kinds.forEach(kind -> options.add(new Field.Option(kind.name(), kind.titleIn(words.lang()))));
        return Field.choice("mapping", words.word("console.imports.kind"), chosen, options);
    }

    /** What people call a kind of file; its name when it is not there any more. */
    public static String kind(String name, List<FileKind> kinds, Words words) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .map(kind -> kind.titleIn(words.lang()))
                .findFirst()
                .orElse(name);
    }

    /** The name of the file; some come without one. */
    public static String name(ImportRun run, Words words) {
        return run.fileName().isBlank() ? words.word("console.imports.nameless", run.importId()) : run.fileName();
    }

    /** A figure of a run, and the word it goes by. */
    public record Count(String key, int orders) {}

    /** What became of the orders of a file: the usual figures, and of the others those that are not zero. */
    public static List<Count> counts(ImportRun run) {
        List<Count> counts = new ArrayList<>();
        counts.add(new Count("rows", run.rows()));
        counts.add(new Count("created", run.created()));
        counts.add(new Count("revised", run.revised()));
        counts.add(new Count("unchanged", run.unchanged()));
        counts.add(new Count("rejected", run.rejected()));
        Stream.of(
                        new Count("waiting", run.waiting()),
                        new Count("cancelled", run.cancelled()),
                        new Count("over", run.over()),
                        new Count("unreachable", run.unreachable()))
                .filter(count -> count.orders() > 0)
                .forEach(counts::add);
        return counts;
    }

    /** What a column of a file is to us. */
    public static String field(String field, Words words) {
        return field.startsWith("discount.")
                ? words.word("console.imports.field.discount", field.substring("discount.".length()))
                : words.word("console.imports.field." + field.replace("[]", ""));
    }

    /** Which column says a word. */
    public static String columnOf(StateWord word, Words words) {
        return words.word("console.imports.field.state." + word.kind());
    }

    /** What a word means for an order. */
    public static Tone tone(StateWord word) {
        return switch (word.state()) {
            case "PAID" -> Tone.DONE;
            case "UNPAID", "HELD" -> Tone.AT_RISK;
            default -> Tone.NEUTRAL;
        };
    }
}
