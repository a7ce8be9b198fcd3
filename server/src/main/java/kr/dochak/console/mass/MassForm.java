package kr.dochak.console.mass;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kr.dochak.console.DateText;
import kr.dochak.messaging.NoticeFacts.OwnWords;
import kr.dochak.messaging.mass.MassDraft;
import kr.dochak.messaging.mass.MassLook;
import kr.dochak.messaging.mass.MassNotice;
import kr.dochak.messaging.texts.OwnWordsLint;
import kr.dochak.pages.Field;
import kr.dochak.promise.reach.OrderChoice;
import kr.dochak.shared.Area;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.MallId;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** What somebody typed who wants to tell many customers one thing; {@code form} makes a form that is sent twice one notice. */
record MassForm(
        @Nullable String titleKo,
        @Nullable String bodyKo,
        @Nullable String titleEn,
        @Nullable String bodyEn,
        @Nullable String who,
        @Nullable String days,
        @Nullable String carrier,
        @Nullable String province,
        @Nullable String from,
        @Nullable String to,
        @Nullable String orders,
        @Nullable String form) {

    private static final String UNDER_WAY = "UNDER_WAY";
    private static final String DELIVERED = "DELIVERED";
    private static final String BOTH = "BOTH";
    private static final int MOST_DAYS = 30;
    private static final int MOST_TYPED = 200_000;

    static MassForm empty() {
        return new MassForm(
                "",
                "",
                "",
                "",
                UNDER_WAY,
                "3",
                "",
                "",
                "",
                "",
                "",
                UUID.randomUUID().toString());
    }

    /** The same words for the same choice, to be asked for once more; without its numbers it would mean orders of everybody. */
    static MassForm like(MassNotice notice, List<String> orderNos) {
        OwnWords words = notice.words();
        OrderChoice choice = notice.choice();
        return new MassForm(
                words.titleKo(),
                words.bodyKo(),
                words.titleEn(),
                words.bodyEn(),
                !choice.underWay() ? DELIVERED : choice.deliveredWithin() > 0 ? BOTH : UNDER_WAY,
                Integer.toString(Math.max(1, choice.deliveredWithin())),
                CarrierId.textOf(choice.carrier()),
                choice.province(),
                choice.from() == null ? "" : choice.from().toString(),
                choice.to() == null ? "" : choice.to().toString(),
                String.join("\n", orderNos),
                UUID.randomUUID().toString());
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip().replace("\r\n", "\n");
    }

    String key() {
        return uuid().toString();
    }

    private UUID uuid() {
        return text(form).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(text(form))
                : UUID.randomUUID();
    }

    private boolean wantsDelivered() {
        return text(who).equals(DELIVERED) || text(who).equals(BOTH);
    }

    private Optional<Integer> within() {
        return text(days).matches("\\d{1,2}")
                ? Optional.of(Integer.parseInt(text(days))).filter(each -> each >= 1 && each <= MOST_DAYS)
                : Optional.empty();
    }

    private static boolean isWrong(@Nullable String typed, LocalDate today) {
        return !text(typed).isEmpty() && DateText.read(text(typed), today).isEmpty();
    }

    /** Whether the choice can be read at all; what is wrong stands at its field. */
    boolean isReadable(LocalDate today) {
        return !isWrong(from, today)
                && !isWrong(to, today)
                && (!wantsDelivered() || within().isPresent())
                && !isCarrierWrong()
                && wrongOrders().isEmpty();
    }

    /** A carrier nobody knows must not be taken for any carrier. */
    private boolean isCarrierWrong() {
        return !text(carrier).isEmpty() && Carrier.of(text(carrier)).isEmpty();
    }

    /** The key of what is wrong with the numbers: commas alone must not be taken for orders of everybody. */
    private Optional<String> wrongOrders() {
        if (text(orders).length() > MOST_TYPED) {
            return Optional.of("console.mass.wrong.orders");
        }
        return text(orders).isEmpty() || !orderNos().isEmpty()
                ? Optional.empty()
                : Optional.of("console.mass.wrong.no-number");
    }

    MassDraft draft(MallId mall, LocalDate today) {
        OrderChoice choice = new OrderChoice(
                mall,
                Carrier.of(text(carrier)).map(each -> new CarrierId(each.id())).orElse(null),
                text(province).isEmpty() ? null : text(province),
                DateText.read(text(from), today).orElse(null),
                DateText.read(text(to), today).orElse(null),
                !text(who).equals(DELIVERED),
                wantsDelivered() ? within().orElse(0) : 0,
                List.of());
        return new MassDraft(
                new OwnWords(text(titleKo), text(bodyKo), text(titleEn), text(bodyEn)), choice, orderNos(), uuid());
    }

    private List<String> orderNos() {
        return Stream.of(text(orders).split("[\\s,;]+"))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    List<Field> wordFields(@Nullable MassLook look, Words words) {
        return List.of(
                Field.text("titleKo", words.word("console.mass.title.ko"), text(titleKo))
                        .needed()
                        .help(words.word("console.mass.title.help")),
                Field.area("bodyKo", words.word("console.mass.body.ko"), text(bodyKo))
                        .needed()
                        .help(words.word("console.mass.body.help"))
                        .error(error(look == null ? null : look.korean(), words)),
                Field.text("titleEn", words.word("console.mass.title.en"), text(titleEn))
                        .needed(),
                Field.area("bodyEn", words.word("console.mass.body.en"), text(bodyEn))
                        .needed()
                        .error(error(look == null ? null : look.english(), words)));
    }

    private static String error(OwnWordsLint.@Nullable Look look, Words words) {
        return look == null
                ? ""
                : look.wrong().stream()
                        .map(each -> each.detail().in(words))
                        .distinct()
                        .reduce((one, other) -> one + " " + other)
                        .orElse("");
    }

    List<Field> choiceFields(boolean judged, LocalDate today, Words words) {
        String noDate = words.word("console.mass.wrong.date");
        return List.of(
                Field.choice("who", words.word("console.mass.who"), text(who), options(words)),
                Field.text("days", words.word("console.mass.days"), text(days))
                        .help(words.word("console.mass.days.help"))
                        .error(
                                judged && wantsDelivered() && within().isEmpty()
                                        ? words.word("console.mass.wrong.days", MOST_DAYS)
                                        : ""),
                Field.choice("carrier", words.word("console.mass.carrier"), text(carrier), carriers(words))
                        .error(judged && isCarrierWrong() ? words.word("console.mass.wrong.carrier") : ""),
                Field.choice("province", words.word("console.mass.province"), text(province), provinces(words)),
                Field.text("from", words.word("console.mass.from"), text(from))
                        .type("date")
                        .help(words.word("console.mass.from.help"))
                        .error(judged && isWrong(from, today) ? noDate : ""),
                Field.text("to", words.word("console.mass.to"), text(to))
                        .type("date")
                        .error(judged && isWrong(to, today) ? noDate : ""),
                Field.area("orders", words.word("console.mass.orders"), text(orders))
                        .help(words.word("console.mass.orders.help"))
                        .error(judged ? wrongOrders().map(words::word).orElse("") : ""));
    }

    private static List<Field.Option> options(Words words) {
        return Stream.of(UNDER_WAY, DELIVERED, BOTH)
                .map(each -> new Field.Option(each, words.word("console.mass.who." + each)))
                .toList();
    }

    private static List<Field.Option> carriers(Words words) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", words.word("console.mass.any")));
        Carrier.known()
                .forEach(each -> options.add(
                        new Field.Option(each.id(), Carrier.nameOf(new CarrierId(each.id()), words.locale()))));
        return options;
    }

    private static List<Field.Option> provinces(Words words) {
        List<Field.Option> options = new ArrayList<>();
        options.add(new Field.Option("", words.word("console.mass.any")));
        Area.ofKorea().stream()
                .filter(each -> Area.provinceOf(each).equals(each))
                .forEach(each -> options.add(new Field.Option(each, each)));
        return options;
    }
}
