package kr.dochak.opening;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.identity.StaffMember;
import kr.dochak.opening.OpeningLine.Kind;
import kr.dochak.orders.Orders;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is still missing before a mall opens (SET-2): facts are looked up, and only what nobody can look up is said by hand. */
@Component
public class Openings {

    private static final int MOST_WORDS = 500;

    private final OpeningRepository repository;
    private final OpeningFacts facts;
    private final Orders orders;
    private final InstantSource clock;

    Openings(OpeningRepository repository, OpeningFacts facts, Orders orders, InstantSource clock) {
        this.orders = orders;
        this.repository = repository;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The list of a mall.
     *
     * @param begun whether it gets ready at all; the malls of before this list do not
     * @param finished whether somebody has put the list away
     */
    public record Opening(List<LineState> lines, @Nullable LocalDate day, boolean begun, boolean finished) {

        public long missing() {
            return lines.stream().filter(line -> !line.done()).count();
        }
    }

    /** A mall that gets ready, or never had an order, for the board; nothing once all is done or the list is put away. */
    public Optional<Opening> underWay(MallId mall) {
        boolean shown = repository
                .of(mall)
                .map(row -> !row.finished())
                .orElseGet(() -> orders.ofTenant(mall, null, 1).items().isEmpty());
        return shown ? Optional.of(of(mall)).filter(opening -> opening.missing() > 0) : Optional.empty();
    }

    /** The whole list. */
    public Opening of(MallId mall) {
        Optional<OpeningRepository.Row> row = repository.of(mall);
        Map<OpeningLine, LineState> byHand = repository.byHand(mall);
        List<LineState> lines = Arrays.stream(OpeningLine.values())
                .map(line -> line.kind() == Kind.LOOKED_UP
                        ? facts.look(line, mall)
                        : byHand.getOrDefault(line, LineState.missing(line)))
                .toList();
        return new Opening(
                lines,
                row.map(OpeningRepository.Row::day).orElse(null),
                row.isPresent(),
                row.map(OpeningRepository.Row::finished).orElse(false));
    }

    /** The mall gets ready from now on; beginning again changes nothing. */
    @Transactional
    public void begin(MallId mall) {
        repository.begin(mall, clock.instant());
    }

    /** Says on which day it opens, or that nobody knows yet. */
    @Transactional
    public void day(MallId mall, @Nullable LocalDate day) {
        repository.begin(mall, clock.instant());
        repository.day(mall, day);
    }

    /** Puts the list away, or brings it back. */
    @Transactional
    public void finished(MallId mall, boolean away) {
        repository.begin(mall, clock.instant());
        repository.finished(mall, away ? clock.instant() : null);
    }

    /** Says that a line is done; false when it is looked up, or lacks the words that it needs. */
    @Transactional
    public boolean done(StaffMember by, OpeningLine line, String words) {
        String text = words.strip();
        if (line.kind() == Kind.LOOKED_UP
                || text.length() > MOST_WORDS
                || line.kind() == Kind.DECIDED && text.isEmpty()) {
            return false;
        }
        repository.done(by, line, text, clock.instant());
        return true;
    }

    /** Takes back what was said of a line. */
    @Transactional
    public void undo(StaffMember by, OpeningLine line) {
        repository.withdraw(by.tenantId(), line, clock.instant());
    }
}
