package kr.dochak.settings;

import kr.dochak.changes.Actor;
import kr.dochak.changes.Change;
import kr.dochak.settings.SettingChange.Person;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Seoul;
import org.jspecify.annotations.Nullable;

/** What the change log says of changes of settings (ASR-5). */
final class SettingNotes {

    private SettingNotes() {}

    /** A number was changed, or waits for a second person. */
    static Change changed(SettingChange change) {
        return of(change)
                .with("number", change.before(), change.number())
                .with("from", "", Seoul.dateOf(change.from()))
                .with("second", "", change.isWaiting() ? "waits" : "")
                .why(change.reason());
    }

    /** A second person agreed. */
    static Change agreed(SettingChange change) {
        return of(change).with("number", change.before(), change.number()).with("change", "", change.id());
    }

    /** A change was taken back before it counted. */
    static Change withdrawn(SettingChange change) {
        return of(change).with("number", change.number(), change.before()).with("change", "", change.id());
    }

    /** Who did it, where no request says it. */
    static Actor who(@Nullable MallId mall, Person by) {
        return Actor.of(mall == null ? MallId.DEFAULT : mall, by.id(), by.name());
    }

    private static Change of(SettingChange change) {
        return Change.of("settings", change.key()).house(change.mall() == null);
    }
}
