package kr.dochak.changes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.changes.Change.Field;
import kr.dochak.changes.ChangeRepository.Draft;
import kr.dochak.changes.ChangeRow.Outcome;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where acts are written down (ASR-5). A module notes what it knows in the transaction of the change; an act of which no module says
 * more has one row by its door.
 */
@Component
public class Changes {

    private static final int LONGEST = 1_000;
    /** Longer than any request lasts. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final ChangeRepository rows;
    private final ChainRepository chain;
    private final ObjectProvider<TextMask> mask;
    private final InstantSource clock;

    Changes(ChangeRepository rows, ChainRepository chain, ObjectProvider<TextMask> mask, InstantSource clock) {
        this.rows = rows;
        this.chain = chain;
        this.mask = mask;
        this.clock = clock;
    }

    /**
     * Writes a change down, with the transaction that makes it.
     *
     * @param by who acts where no request says it
     */
    public void note(Change change, Actor by) {
        Act act = Act.current().orElse(null);
        String what = change.what();
        if (act == null) {
            write(by, change, what == null ? change.kind() : what);
        } else {
            write(act.by(), change, what == null ? act.what() : what);
            noted(act);
        }
    }

    private void write(Actor by, Change change, String what) {
        rows.add(new Draft(
                clock.instant(),
                by,
                change.house(),
                what,
                Outcome.DONE,
                change.kind(),
                change.object(),
                masked(change.fields()),
                masked(change.reason())));
    }

    private static void noted(Act act) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            act.noted().set(true);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.noted().set(true);
            }
        });
    }

    /** An act begins: from now on it is known that it was, whatever becomes of the process. */
    public void begin(Act act) {
        rows.begin(act, clock.instant());
        act.hold();
    }

    /** It was answered: it has a row, by its door unless a module has written one. */
    @Transactional
    public void answered(Act act, Outcome outcome, String reason) {
        if (!act.noted().get()) {
            rows.add(new Draft(
                    clock.instant(),
                    act.by(),
                    act.isOfHouse(),
                    act.what(),
                    outcome,
                    act.kind(),
                    act.object(),
                    act.parts(),
                    masked(reason)));
        }
        rows.over(act.by().request());
    }

    /** It was refused, and nothing happened. */
    public void refused(Act act) {
        rows.over(act.by().request());
    }

    /** What began and was never answered becomes a row: nobody knows whether it was done. */
    @Transactional
    public int abandon(Instant now) {
        return rows.abandon(now.minus(ABANDONED));
    }

    /** Lets the oldest rows go; that is a row too, with where the chain begins since then. */
    @Transactional
    public int forget(Instant before, int most) {
        chain.lock();
        int gone = chain.forget(before, most);
        if (gone > 0) {
            ChainLink base = chain.ends().base();
            note(
                    Change.of("changes", base.place())
                            .as("changes.forgotten")
                            .house(true)
                            .with("lines", "", gone)
                            .with("hash", "", base.hash()),
                    Actor.PRODUCT);
        }
        return gone;
    }

    private List<Field> masked(List<Field> fields) {
        return fields.stream()
                .map(each -> new Field(each.name(), masked(each.before()), masked(each.after())))
                .toList();
    }

    private String masked(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ").strip();
        String shown = mask.stream().findFirst().map(by -> by.masked(line)).orElse(line);
        return shown.length() > LONGEST ? shown.substring(0, LONGEST) : shown;
    }
}
