package kr.dochak.console.texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.texts.Template;
import kr.dochak.messaging.texts.TextDraft;
import kr.dochak.messaging.texts.TextLook;
import kr.dochak.pages.Field;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** What somebody typed for the Korean and the English text, each with a title, a text and the code of a vendor. */
record TextForm(
        @Nullable String titleKo,
        @Nullable String bodyKo,
        @Nullable String codeKo,
        @Nullable String titleEn,
        @Nullable String bodyEn,
        @Nullable String codeEn) {

    private static final int LONGEST_CODE = 20;

    /** What is in use, to begin with. */
    static TextForm of(List<Template> inUse) {
        Template ko = in("ko", inUse);
        Template en = in("en", inUse);
        return new TextForm(
                ko == null ? "" : ko.title(),
                ko == null ? "" : ko.body(),
                ko == null ? "" : ko.vendorCode(),
                en == null ? "" : en.title(),
                en == null ? "" : en.body(),
                en == null ? "" : en.vendorCode());
    }

    private static @Nullable Template in(String language, List<Template> texts) {
        return texts.stream()
                .filter(each -> each.language().equals(language))
                .findFirst()
                .orElse(null);
    }

    List<TextDraft> drafts(String wording, ChannelName channel) {
        return List.of(
                draft(wording, channel, "ko", titleKo, bodyKo, codeKo),
                draft(wording, channel, "en", titleEn, bodyEn, codeEn));
    }

    /** As browsers send it: with the line ends of a form made those of a text. */
    private static TextDraft draft(
            String wording,
            ChannelName channel,
            String language,
            @Nullable String title,
            @Nullable String body,
            @Nullable String code) {
        String vendor = text(code);
        return new TextDraft(
                wording,
                channel,
                language,
                text(title),
                text(body).replace("\r\n", "\n"),
                vendor.isEmpty() || channel != ChannelName.ALIMTALK
                        ? null
                        : vendor.substring(0, Math.min(vendor.length(), LONGEST_CODE)));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "").strip();
    }

    List<Field> fields(ChannelName channel, List<TextLook> looks, Words words) {
        List<Field> fields = new ArrayList<>();
        add("Ko", "ko", titleKo, bodyKo, codeKo, channel, looks, words, fields);
        add("En", "en", titleEn, bodyEn, codeEn, channel, looks, words, fields);
        return fields;
    }

    private static void add(
            String suffix,
            String language,
            @Nullable String title,
            @Nullable String body,
            @Nullable String code,
            ChannelName channel,
            List<TextLook> looks,
            Words words,
            List<Field> fields) {
        String errors = looks.stream()
                .filter(each -> each.language().equals(language))
                .flatMap(each -> each.wrong().stream())
                .map(each -> each.detail().in(words))
                .distinct()
                .reduce((one, other) -> one + " " + other)
                .orElse("");
        fields.add(Field.text("title" + suffix, words.word("console.texts.title." + language), text(title))
                .needed());
        fields.add(Field.area("body" + suffix, words.word("console.texts.body." + language), text(body))
                .needed()
                .error(errors));
        if (channel == ChannelName.ALIMTALK) {
            fields.add(Field.text("code" + suffix, words.word("console.texts.code." + language), text(code))
                    .help(words.word("console.texts.code.help")));
        }
    }
}
