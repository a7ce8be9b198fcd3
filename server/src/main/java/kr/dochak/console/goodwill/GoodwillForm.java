package kr.dochak.console.goodwill;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import kr.dochak.compensation.CompensationFact.Kind;
import kr.dochak.compensation.goodwill.GoodwillGift;
import kr.dochak.compensation.goodwill.GoodwillProposal;
import kr.dochak.compensation.goodwill.GoodwillWish;
import kr.dochak.pages.Field;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Won;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed who wants to give something.
 *
 * @param form makes a form that is sent twice one wish
 */
record GoodwillForm(
        @Nullable String kind,
        @Nullable String amount,
        @Nullable String percent,
        @Nullable String reason,
        @Nullable String form) {

    static GoodwillForm empty() {
        return new GoodwillForm("", "", "", "", UUID.randomUUID().toString());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private boolean isCoupon() {
        return text(kind).equals(Kind.COUPON.name());
    }

    /** A number as people write it, such as {@code 3,000원}; 0 for what is none. */
    private static long number(@Nullable String typed) {
        String digits = text(typed).replaceAll("[\\s,원₩P%]", "");
        return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0;
    }

    GoodwillWish wish(OrderId order) {
        Won most = new Won(number(amount));
        return new GoodwillWish(
                order,
                null,
                isCoupon()
                        ? GoodwillGift.coupon((int) Math.min(number(percent), 1_000), most)
                        : GoodwillGift.points(most),
                text(reason),
                uuid());
    }

    private @Nullable UUID uuid() {
        return text(form).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text(form)) : null;
    }

    String key() {
        UUID sent = uuid();
        return (sent == null ? UUID.randomUUID() : sent).toString();
    }

    List<Field> fields(Set<GoodwillProposal.Field> wrong, Words words) {
        return List.of(
                Field.choice(
                                "kind",
                                words.word("console.goodwill.kind"),
                                isCoupon() ? Kind.COUPON.name() : Kind.POINTS.name(),
                                List.of(
                                        new Field.Option(
                                                Kind.POINTS.name(), words.word("console.goodwill.kind.POINTS")),
                                        new Field.Option(
                                                Kind.COUPON.name(), words.word("console.goodwill.kind.COUPON"))))
                        .needed(),
                Field.text("amount", words.word("console.goodwill.amount"), text(amount))
                        .needed()
                        .help(words.word("console.goodwill.amount.help"))
                        .error(error(wrong, GoodwillProposal.Field.AMOUNT, words)),
                Field.text("percent", words.word("console.goodwill.percent"), text(percent))
                        .help(words.word("console.goodwill.percent.help"))
                        .error(error(wrong, GoodwillProposal.Field.PERCENT, words)),
                Field.area("reason", words.word("console.goodwill.reason"), text(reason))
                        .needed()
                        .help(words.word("console.goodwill.reason.help"))
                        .error(error(wrong, GoodwillProposal.Field.REASON, words)));
    }

    private static String error(Set<GoodwillProposal.Field> wrong, GoodwillProposal.Field field, Words words) {
        return wrong.contains(field) ? words.word("console.goodwill.wrong." + field) : "";
    }
}
