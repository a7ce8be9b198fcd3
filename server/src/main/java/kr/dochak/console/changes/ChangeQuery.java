package kr.dochak.console.changes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kr.dochak.changes.ChangeFilter.Thing;
import kr.dochak.console.DateText;
import kr.dochak.identity.StaffMember;
import kr.dochak.identity.acts.LogFilter;
import kr.dochak.identity.acts.LogFilter.Doors;
import kr.dochak.pages.Field;
import kr.dochak.pages.Tab;
import kr.dochak.pages.Typed;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the change log is narrowed to, as it stands in its address; an empty text narrows nothing. */
public record ChangeQuery(
        @Nullable String show,
        @Nullable String who,
        @Nullable String kind,
        @Nullable String q,
        @Nullable String from,
        @Nullable String until,
        @Nullable Long mall) {

    private static final List<String> SHOWN = List.of("", "acts", "logins", "refusals");

    /** The filter of it for this reader, who reads the malls they work for and no other. */
    LogFilter filter(StaffMember reader, @Nullable List<Thing> objects, LocalDate today) {
        String chosen = text(kind);
        Doors doors = switch (text(show)) {
            case "acts" -> Doors.NONE;
            case "logins" -> Doors.LOGINS;
            case "refusals" -> Doors.REFUSALS;
            default -> chosen.isEmpty() ? Doors.ALL : Doors.NONE;
        };
        boolean noActs = doors == Doors.LOGINS || doors == Doors.REFUSALS;
        return new LogFilter(
                malls(reader),
                Typed.search(text(who)),
                doors,
                noActs ? LogFilter.NO_ACTS : chosen.isEmpty() ? null : chosen,
                objects,
                day(from, today).map(ChangeQuery::start).orElse(null),
                day(until, today).map(each -> start(each.plusDays(1))).orElse(null));
    }

    Set<MallId> malls(StaffMember reader) {
        MallId one = mall == null ? null : new MallId(mall);
        return one != null && reader.malls().contains(one) ? Set.of(one) : reader.malls();
    }

    /** What was typed to find an object by. */
    String object() {
        return Typed.search(text(q));
    }

    private static Optional<LocalDate> day(@Nullable String typed, LocalDate today) {
        return DateText.read(text(typed), today);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(Seoul.ZONE).toInstant();
    }

    /** Whether it is narrowed at all. */
    public boolean narrowed() {
        return List.of(text(show), text(who), text(kind), text(q), text(from), text(until)).stream()
                        .anyMatch(each -> !each.isEmpty())
                || mall != null;
    }

    List<Tab> chips(Words words) {
        List<Tab> chips = new ArrayList<>();
        for (String each : SHOWN) {
            chips.add(new Tab(
                    words.word("changes.show" + (each.isEmpty() ? "" : "." + each)),
                    href(ChangesPlace.AT, each, null),
                    text(show).equals(each)));
        }
        return chips;
    }

    List<Field.Option> kinds(Words words) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", words.word("changes.kind.any")));
        ChangeWords.KINDS.forEach(each -> options.add(new Field.Option(each, ChangeWords.kind(each, words))));
        return options;
    }

    /** This list at another address, with another chip, from a cursor on. */
    String href(String path, @Nullable String chip, @Nullable String after) {
        UriComponentsBuilder to = UriComponentsBuilder.fromPath(path);
        add(to, "show", chip);
        add(to, "who", who);
        add(to, "kind", kind);
        add(to, "q", q);
        add(to, "from", from);
        add(to, "until", until);
        add(to, "mall", mall == null ? null : mall.toString());
        add(to, "after", after);
        return to.encode().toUriString();
    }

    private static void add(UriComponentsBuilder to, String name, @Nullable String value) {
        if (!text(value).isEmpty()) {
            to.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, text(value)));
        }
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
