package kr.dochak.settings;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.changes.Changes;
import kr.dochak.settings.ChangeOutcome.Refused;
import kr.dochak.settings.ChangeOutcome.Why;
import kr.dochak.settings.ChangeOutcome.Wish;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Moments;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Changes settings, and keeps who did it when and why (SET-1). Who may change what is judged by the page. */
@Component
public class SettingDesk {

    private final Settings settings;
    private final SettingRepository repository;
    private final ObjectProvider<SecondPerson> second;
    private final Changes changes;
    private final InstantSource clock;

    SettingDesk(
            Settings settings,
            SettingRepository repository,
            ObjectProvider<SecondPerson> second,
            Changes changes,
            InstantSource clock) {
        this.settings = settings;
        this.repository = repository;
        this.second = second;
        this.changes = changes;
        this.clock = clock;
    }

    /** Why this wish would be refused, before anything is changed; empty when it would not. */
    public Optional<Why> judge(Setting<?> setting, @Nullable MallId mall, Wish wish) {
        Instant now = clock.instant();
        long before = settings.number(setting, mall, Moments.later(now, wish.from()));
        return ChangeRule.judge(setting, wish, before, last(setting, mall), now);
    }

    /** The number of a wish; empty when what was typed is none. */
    public OptionalLong number(Wish wish) {
        return ChangeRule.number(wish.typed());
    }

    /** Changes a setting of a mall, or of the house when no mall is named. */
    @Transactional
    public ChangeOutcome change(@Nullable MallId mall, Wish wish, Person by) {
        Setting<?> setting = settings.byKey(wish.key()).orElse(null);
        if (setting == null || (mall != null && !setting.perMall())) {
            return new ChangeOutcome.Unknown();
        }
        repository.next();
        Optional<SettingChange> last = last(setting, mall);
        if (last.isPresent() && last.get().id() > wish.seen()) {
            return new ChangeOutcome.Overtaken(last.get());
        }
        Instant now = clock.instant();
        long before = settings.number(setting, mall, Moments.later(now, wish.from()));
        Optional<Why> why = ChangeRule.judge(setting, wish, before, last, now);
        if (why.isPresent()) {
            return new Refused(why.get());
        }
        SettingChange change = repository.add(new SettingChange(
                0,
                wish.key(),
                mall,
                before,
                ChangeRule.number(wish.typed()).orElseThrow(),
                Moments.later(now, wish.from()),
                by,
                now,
                wish.reason().strip(),
                setting.risky(),
                null,
                null,
                null));
        changes.note(SettingNotes.changed(change), SettingNotes.who(change.mall(), by));
        if (!change.isWaiting()) {
            readAfterwards();
            return new ChangeOutcome.Changed(change);
        }
        second.getObject().ask(wish(change));
        return new ChangeOutcome.Waiting(change);
    }

    /** What a second person is asked. */
    private static SecondPerson.Wish wish(SettingChange change) {
        return new SecondPerson.Wish(
                SecondPerson.SETTING,
                Long.toString(change.id()),
                change.mall() == null ? MallId.DEFAULT : change.mall(),
                change.by().id(),
                "settings." + change.key(),
                List.of(String.format(Locale.ROOT, "%,d", change.number())),
                "/console/settings/" + change.key() + (change.mall() == null ? "?house=true" : ""),
                change.at());
    }

    /** What waits for a second person, of all malls. */
    public List<SecondPerson.Wish> wishes() {
        return repository.waiting().stream().map(SettingDesk::wish).toList();
    }

    /** The effect of an approval: the second person agreed to a change that waits; never the one who made it. */
    @Transactional
    public ChangeOutcome agree(String key, MallId mall, long id, Person second) {
        SettingChange change = locked(key, mall, id).orElse(null);
        if (change == null) {
            return new ChangeOutcome.Unknown();
        }
        if (!change.isWaiting()) {
            return new Refused(Why.OVER);
        }
        if (change.by().id() == second.id()) {
            return new Refused(Why.OWN_CHANGE);
        }
        repository.next();
        SettingChange agreed = repository.agreed(id, second, clock.instant());
        changes.note(SettingNotes.agreed(agreed), SettingNotes.who(mall, second));
        readAfterwards();
        return new ChangeOutcome.Changed(agreed);
    }

    /** Takes back a change that waits or has not begun to count. */
    @Transactional
    public ChangeOutcome withdraw(String key, MallId mall, long id, Person by) {
        hold(id);
        SettingChange change = locked(key, mall, id).orElse(null);
        if (change == null) {
            return new ChangeOutcome.Unknown();
        }
        Instant counts = change.counts();
        if (change.withdrawn() != null || (counts != null && !counts.isAfter(clock.instant()))) {
            return new Refused(Why.OVER);
        }
        repository.next();
        SettingChange withdrawn = repository.withdrawn(id, by, clock.instant());
        changes.note(SettingNotes.withdrawn(withdrawn), SettingNotes.who(mall, by));
        if (change.isWaiting()) {
            second.getObject().withdrawn(SecondPerson.SETTING, Long.toString(id), by.id());
        }
        readAfterwards();
        return new ChangeOutcome.Changed(withdrawn);
    }

    private void hold(long id) {
        if (repository.find(id).filter(SettingChange::isWaiting).isPresent()) {
            second.getObject().hold(SecondPerson.SETTING, Long.toString(id));
        }
    }

    /**
     * Nobody agreed to a change that waits: somebody refused it, or its time was over.
     *
     * @param by who refused it; {@link Person#NOBODY} for time
     */
    @Transactional
    public void ended(long id, Person by) {
        if (repository.lock(id).filter(SettingChange::isWaiting).isPresent()) {
            repository.next();
            repository.withdrawn(id, by, clock.instant());
            readAfterwards();
        }
    }

    /** The changes of a setting, the latest first. */
    public List<SettingChange> history(String key, @Nullable MallId mall, long before, int most) {
        return repository.of(key, mall, before, most);
    }

    /** The latest change of each setting, of the house and of this mall, by its key and whether it is the mall's. */
    public Map<Latest, SettingChange> latest(MallId mall) {
        return repository.latest(mall).stream()
                .collect(Collectors.toMap(each -> new Latest(each.key(), each.mall() != null), Function.identity()));
    }

    /** Of which setting a change is the latest: the house's, or the mall's own. */
    public record Latest(String key, boolean ofMall) {}

    /** A change of this setting, of the house or of this mall. */
    public Optional<SettingChange> find(String key, MallId mall, long id) {
        return repository.find(id).filter(each -> isOf(each, key, mall));
    }

    /** Changes of the house and of this mall that wait for a second person, oldest first. */
    public List<SettingChange> waiting(MallId mall) {
        return repository.waiting(mall);
    }

    private Optional<SettingChange> locked(String key, MallId mall, long id) {
        return repository.lock(id).filter(each -> isOf(each, key, mall));
    }

    private static boolean isOf(SettingChange change, String key, MallId mall) {
        return change.key().equals(key)
                && (change.mall() == null || change.mall().equals(mall));
    }

    private Optional<SettingChange> last(Setting<?> setting, @Nullable MallId mall) {
        return repository.of(setting.key(), mall, Long.MAX_VALUE, 1).stream().findFirst();
    }

    /** The change counts here as soon as it stands. */
    private void readAfterwards() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                settings.read();
            }
        });
    }
}
