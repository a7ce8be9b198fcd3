package kr.dochak.console.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kr.dochak.identity.StaffMember;
import kr.dochak.settings.SettingFile;
import kr.dochak.settings.SettingImport.Effect;
import kr.dochak.shared.Words;

/**
 * What the page of a file of settings shows. Public, since templates call it.
 *
 * @param seen the last change of all settings when it was looked at
 * @param changes what would be another number and is theirs to change
 * @param rows the same in words
 * @param notes what of the file is left as it is, and why
 * @param same how many numbers are what they are already
 * @param error what is wrong with the file as a whole; empty when nothing is
 */
public record FileLook(
        String text,
        String reason,
        long seen,
        List<Effect.Differs> changes,
        List<Row> rows,
        List<String> notes,
        int same,
        String error,
        String reasonError) {

    /** One number that would be another. */
    public record Row(String sentence, String before, String after, boolean ofMall, boolean risky) {}

    static FileLook none(String text, String reason) {
        return new FileLook(text, reason, 0, List.of(), List.of(), List.of(), 0, "", "");
    }

    static FileLook of(
            StaffMember staff,
            String text,
            String reason,
            long seen,
            List<Effect> effects,
            SettingFile file,
            Words words) {
        List<Effect.Differs> changes =
                differing(effects).filter(each -> isTheirs(staff, each)).toList();
        int same = (int) effects.stream().filter(Effect.Same.class::isInstance).count();
        boolean nothing = file.lines().isEmpty();
        boolean noReason = reason.strip().length() < 2 || reason.strip().length() > 300;
        return new FileLook(
                text,
                reason,
                seen,
                changes,
                changes.stream().map(each -> row(each, words)).toList(),
                notes(staff, effects, file, words),
                same,
                nothing ? words.word("settings.file.empty") : "",
                noReason ? words.word("settings.wrong.NO_REASON") : "");
    }

    private static Stream<Effect.Differs> differing(List<Effect> effects) {
        return effects.stream().filter(Effect.Differs.class::isInstance).map(Effect.Differs.class::cast);
    }

    private static boolean isTheirs(StaffMember staff, Effect.Differs each) {
        return SettingRule.mayChange(staff, each.setting(), !each.line().ofMall());
    }

    private static Row row(Effect.Differs each, Words words) {
        return new Row(
                SettingWords.of(each.setting(), words).with(each.number()),
                SettingWords.number(each.before()),
                SettingWords.number(each.number()),
                each.line().ofMall(),
                each.setting().risky());
    }

    private static List<String> notes(StaffMember staff, List<Effect> effects, SettingFile file, Words words) {
        List<String> notes = new ArrayList<>();
        file.unreadable().forEach(at -> notes.add(words.word("settings.file.unreadable", at)));
        for (Effect effect : effects) {
            int at = effect.line().at();
            switch (effect) {
                case Effect.Differs differs -> {
                    if (!isTheirs(staff, differs)) {
                        notes.add(words.word(
                                "settings.file.not-yours", at, differs.line().key()));
                    }
                }
                case Effect.Same same -> {}
                case Effect.Refused refused ->
                    notes.add(words.word(
                            "settings.file.refused",
                            at,
                            refused.line().key(),
                            words.word(
                                    "settings.wrong." + refused.why(),
                                    SettingWords.number(refused.setting().least()),
                                    SettingWords.number(refused.setting().most()))));
                case Effect.Unknown unknown ->
                    notes.add(words.word(
                            "settings.file.unknown", at, unknown.line().key()));
                case Effect.Twice twice ->
                    notes.add(words.word("settings.file.twice", at, twice.line().key()));
            }
        }
        return notes;
    }

    /** Whether it was looked at. */
    public boolean looked() {
        return seen > 0 || !rows.isEmpty() || !notes.isEmpty() || same > 0 || !error.isEmpty();
    }

    public boolean mayApply() {
        return error.isEmpty() && reasonError.isEmpty() && !changes.isEmpty();
    }
}
