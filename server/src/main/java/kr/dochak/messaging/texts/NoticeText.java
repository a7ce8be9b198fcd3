package kr.dochak.messaging.texts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kr.dochak.identity.Malls;
import kr.dochak.identity.vault.SignedLinks;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.MessagingPolicies;
import kr.dochak.messaging.MessagingSettings;
import kr.dochak.messaging.NoticeRow;
import kr.dochak.messaging.NoticeWords;
import org.springframework.stereotype.Component;

/** Puts notices into words for one reader and channel. Names come in at this moment and are not stored. */
@Component
public class NoticeText implements NoticeWords {

    private final MessageTemplates templates;
    private final MessagingPolicies policies;
    private final Malls malls;
    private final SignedLinks links;
    private final MessagingSettings settings;

    NoticeText(
            MessageTemplates templates,
            MessagingPolicies policies,
            Malls malls,
            SignedLinks links,
            MessagingSettings settings) {
        this.templates = templates;
        this.policies = policies;
        this.malls = malls;
        this.links = links;
        this.settings = settings;
    }

    /** A notice in words, with its template and the values that an approved template is sent with. */
    public record Rendered(Template template, Text text, Map<String, String> values, String mall) {}

    @Override
    public List<Text> forInbox(Collection<NoticeRow> notices, String language) {
        MessagingPolicies.Policies all = policies.all();
        return notices.stream()
                .map(notice -> templates
                        .inUse(wording(notice), ChannelName.INBOX, supported(language))
                        .render(values(notice, all, supported(language))))
                .toList();
    }

    public Rendered forSending(
            NoticeRow notice, ChannelName channel, String name, String language, MessagingPolicies.Policies all) {
        Template template = templates.inUse(wording(notice), channel, supported(language));
        Map<String, String> values = values(notice, all, template.language());
        String mall = malls.byId(notice.tenantId()).name();
        values.put("name", name);
        values.put("mall", mall);
        putLinks(notice, values);
        values.keySet().retainAll(template.variables());
        return new Rendered(template, template.render(values), values, mall);
    }

    private Map<String, String> values(NoticeRow notice, MessagingPolicies.Policies all, String language) {
        String contact = all.of(notice.tenantId()).careContact();
        Map<String, String> values =
                new HashMap<>(Wording.values(notice.facts(), notice.detectedAt(), contact, language));
        values.put("orderNo", Objects.requireNonNullElse(notice.orderNo(), ""));
        return values;
    }

    private void putLinks(NoticeRow notice, Map<String, String> values) {
        String link = settings.publicUrl()
                + (notice.orderId() == null ? "/inquiries" : links.pathFor(notice.orderId(), settings.linkValidFor()));
        values.put("link", link);
        values.put("ratingLink", link + "#rating");
        values.put("caseLink", link + (notice.orderId() == null ? "" : "#inquiry"));
    }

    private static String wording(NoticeRow notice) {
        return Wording.of(notice.kind(), notice.facts());
    }

    private static String supported(String language) {
        return language.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "ko";
    }
}
