package kr.dochak.console.changes;

import java.util.List;
import java.util.Map;
import kr.dochak.changes.Change.Field;
import kr.dochak.shared.Words;
import org.springframework.context.NoSuchMessageException;

/** How the change log is said in words. Public, since templates call it. */
public final class ChangeWords {

    /** The kinds of objects, in the order in which they are chosen from; doors and modules name them so. */
    static final List<String> KINDS = List.of(
            "cases",
            "tasks",
            "orders",
            "imports",
            "integrations",
            "windows",
            "calendar",
            "compensation",
            "goodwill",
            "policies",
            "texts",
            "mass-notices",
            "alerts",
            "approvals",
            "first-day",
            "malls",
            "settings",
            "connections",
            "roles",
            "accounts",
            "teams",
            "privacy",
            "webhooks",
            "mall",
            "sessions",
            "password",
            "second-factor",
            "passkeys",
            "changes",
            "restored",
            "internal");

    private static final Map<String, String> PAGES = Map.of(
            "cases", "/console/cases/",
            "orders", "/console/orders/",
            "imports", "/console/imports/",
            "settings", "/console/settings/",
            "connections", "/console/connections/",
            "roles", "/console/roles/",
            "accounts", "/console/accounts/",
            "teams", "/console/teams/",
            "webhooks", "/console/webhooks/",
            "changes", "/console/changes/");

    private ChangeWords() {}

    /** What was done; an act of an earlier version that has no words any more by its name. */
    static String act(String what, Words words) {
        return wordOr("changes.act." + what, what, words);
    }

    /** Of which kind the object is. */
    static String kind(String kind, Words words) {
        return wordOr("changes.kind." + kind, kind, words);
    }

    /** A setting as its sentence, with a gap for the number. */
    static String setting(String key, Words words) {
        try {
            return "‘" + words.word("settings." + key, "○") + "’";
        } catch (NoSuchMessageException older) {
            return key;
        }
    }

    /** A role that came with the product, or what kind of key it was; a company's own by its name. */
    static String role(String role, Words words) {
        return wordOr("console.role." + role, wordOr("changes.role." + role, role, words), words);
    }

    /** One thing that was otherwise before, as a sentence. */
    static String sentence(Field field, Words words) {
        String name = wordOr("changes.field." + field.name(), field.name(), words);
        if (field.before().isEmpty()) {
            return words.word("changes.field-set", name, value(field, field.after(), words));
        }
        return field.after().isEmpty()
                ? words.word("changes.field-gone", name, value(field, field.before(), words))
                : words.word(
                        "changes.field-moved",
                        name,
                        value(field, field.before(), words),
                        value(field, field.after(), words));
    }

    private static String value(Field field, String value, Words words) {
        return switch (field.name()) {
            case "rights-given", "rights-taken" ->
                String.join(
                        ", ",
                        List.of(value.split(" ")).stream()
                                .map(right -> wordOr("console.right." + right, right, words))
                                .toList());
            case "second", "second-factor", "on", "push", "full-text", "day-is", "scope", "bell", "mail", "duty-only" ->
                wordOr("changes.value." + value, value, words);
            case "number", "limit", "amount", "lines" ->
                value.matches("\\d{1,15}") ? "%,d".formatted(Long.parseLong(value)) : value;
            default -> value;
        };
    }

    /** The page of an object, when it has one; empty where none is. */
    static String page(String kind, String object) {
        return object.isEmpty() || !PAGES.containsKey(kind) ? "" : PAGES.get(kind) + object;
    }

    private static String wordOr(String key, String otherwise, Words words) {
        try {
            return words.word(key);
        } catch (NoSuchMessageException older) {
            return otherwise;
        }
    }
}
