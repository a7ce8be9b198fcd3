package kr.dochak.settings;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kr.dochak.settings.ChangeOutcome.Why;
import kr.dochak.settings.ChangeOutcome.Wish;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Brings in a {@link SettingFile}: all of what it would change is seen first, and all of it stands or none (SET-1). */
@Component
public class SettingImport {

    private final Settings settings;
    private final SettingDesk desk;
    private final SettingRepository repository;
    private final InstantSource clock;

    SettingImport(Settings settings, SettingDesk desk, SettingRepository repository, InstantSource clock) {
        this.settings = settings;
        this.desk = desk;
        this.repository = repository;
        this.clock = clock;
    }

    /** What a line of the file would do. */
    public sealed interface Effect {

        SettingFile.Line line();

        /** Another number than now. */
        record Differs(SettingFile.Line line, Setting<?> setting, long before, long number) implements Effect {}

        /** The number it is already. */
        record Same(SettingFile.Line line) implements Effect {}

        /** Nobody may make it this number. */
        record Refused(SettingFile.Line line, Setting<?> setting, Why why) implements Effect {}

        /** No setting has this name, or a mall has none of its own of it. */
        record Unknown(SettingFile.Line line) implements Effect {}

        /** A line above it says the same. */
        record Twice(SettingFile.Line line) implements Effect {}
    }

    /** What came of bringing it in. */
    public sealed interface Outcome {

        /**
         * All of it stands.
         *
         * @param waiting how many of them wait for a second person
         */
        record Done(int changed, int waiting) implements Outcome {}

        /** A setting moved since the file was looked at, or a line cannot be; nothing was changed. */
        record Nothing() implements Outcome {}
    }

    /** What each line would do for this mall, in the order of the file. */
    public List<Effect> look(MallId mall, SettingFile file) {
        Map<String, SettingFile.Line> first = new LinkedHashMap<>();
        List<Effect> effects = new ArrayList<>();
        for (SettingFile.Line line : file.lines()) {
            boolean again = first.putIfAbsent(line.ofMall() + line.key(), line) != null;
            effects.add(again ? new Effect.Twice(line) : effect(mall, line));
        }
        return effects;
    }

    private Effect effect(MallId mall, SettingFile.Line line) {
        Setting<?> setting = settings.byKey(line.key()).orElse(null);
        if (setting == null || (line.ofMall() && !setting.perMall())) {
            return new Effect.Unknown(line);
        }
        Instant now = clock.instant();
        Wish wish = new Wish(line.key(), line.number(), now, "··", Long.MAX_VALUE);
        Optional<Why> why = desk.judge(setting, of(mall, line), wish);
        if (why.filter(Why.THE_SAME::equals).isPresent()) {
            return new Effect.Same(line);
        }
        return why.<Effect>map(each -> new Effect.Refused(line, setting, each))
                .orElseGet(() -> new Effect.Differs(
                        line,
                        setting,
                        settings.number(setting, of(mall, line), now),
                        desk.number(wish).orElseThrow()));
    }

    /** The last change of all settings; who looks at a file decides about what stood then. */
    public long seen() {
        return repository.newest();
    }

    /**
     * Makes every number that differs what the file says, from now on; those with a risk wait for a second person.
     *
     * @param seen what {@link #seen} was when it was looked at
     */
    @Transactional
    public Outcome apply(MallId mall, List<Effect.Differs> chosen, String reason, long seen, Person by) {
        int waiting = 0;
        for (Effect.Differs each : chosen) {
            Wish wish = new Wish(each.line().key(), each.line().number(), clock.instant(), reason, seen);
            switch (desk.change(of(mall, each.line()), wish, by)) {
                case ChangeOutcome.Changed changed -> {}
                case ChangeOutcome.Waiting waits -> waiting++;
                case ChangeOutcome.Refused refused -> {
                    return nothing();
                }
                case ChangeOutcome.Overtaken overtaken -> {
                    return nothing();
                }
                case ChangeOutcome.Unknown unknown -> {
                    return nothing();
                }
            }
        }
        return new Outcome.Done(chosen.size(), waiting);
    }

    private static Outcome nothing() {
        TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        return new Outcome.Nothing();
    }

    private static @Nullable MallId of(MallId mall, SettingFile.Line line) {
        return line.ofMall() ? mall : null;
    }
}
