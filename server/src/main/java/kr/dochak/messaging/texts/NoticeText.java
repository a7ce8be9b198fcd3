package kr.dochak.messaging.texts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kr.dochak.identity.Malls;
import kr.dochak.identity.vault.SignedLinks;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.MessagingSettings;
import kr.dochak.messaging.NoticeRow;
import kr.dochak.messaging.NoticeWords.Text;
import kr.dochak.messaging.RecordNumbers;
import kr.dochak.messaging.policy.MessagingPolicies;
import kr.dochak.shared.MallId;
import kr.dochak.shared.OneLine;
import org.springframework.stereotype.Component;

/** Puts notices into words for one reader and channel. Names come in at this moment; they are stored sealed only. */
@Component
public class NoticeText {

    private final MessageTemplates templates;
    private final Malls malls;
    private final SignedLinks links;
    private final RecordNumbers numbers;
    private final MessagingSettings settings;

    NoticeText(
            MessageTemplates templates,
            Malls malls,
            SignedLinks links,
            RecordNumbers numbers,
            MessagingSettings settings) {
        this.templates = templates;
        this.malls = malls;
        this.links = links;
        this.numbers = numbers;
        this.settings = settings;
    }

    /** What names a person or opens their order: it is filled in for whoever reads, and written down sealed only. */
    private static final Set<String> PERSONAL = Set.of("name", "link", "ratingLink", "caseLink");

    /** A notice in words, with its template and the values that an approved template is sent with. */
    public record Rendered(Template template, Text text, Map<String, String> values, String mall) {

        /** The same with a gap, {@code #{name}}, wherever a value names a person or opens their order. */
        public Rendered withGaps() {
            Map<String, String> gaps = new HashMap<>(values);
            PERSONAL.forEach(name -> gaps.put(name, "#{" + name + "}"));
            return new Rendered(template, template.render(gaps), gaps, mall);
        }
    }

    /** For the inbox: no greeting, no link, no name. The number of an order that is not known yet stays a gap. */
    public Rendered forInbox(NoticeRow notice, String language, MessagingPolicies.Policies all) {
        Template template = templates.inUse(wording(notice), ChannelName.INBOX, supported(language));
        Map<String, String> values = values(notice, all, supported(language));
        if (notice.orderNo() == null) {
            values.put("orderNo", "#{orderNo}");
        }
        return new Rendered(template, template.render(values), values, "");
    }

    public Rendered forSending(
            NoticeRow notice, ChannelName channel, String name, String language, MessagingPolicies.Policies all) {
        Template template = templates.inUse(wording(notice), channel, supported(language));
        Map<String, String> values = values(notice, all, template.language());
        String mall = malls.byId(notice.tenantId()).name();
        values.put("name", OneLine.of(name).text());
        values.put("mall", mall);
        putLinks(notice, values);
        values.keySet().retainAll(template.variables());
        return new Rendered(template, template.render(values), values, mall);
    }

    /** A message that was put into words before, to be sent once more. */
    public Rendered again(long templateId, Text text, Map<String, String> values, MallId tenantId) {
        return new Rendered(
                templates.version(templateId),
                text,
                values,
                malls.byId(tenantId).name());
    }

    private Map<String, String> values(NoticeRow notice, MessagingPolicies.Policies all, String language) {
        Map<String, String> values =
                new HashMap<>(Wording.values(notice.facts(), notice.detectedAt(), all.of(notice.tenantId()), language));
        values.put("orderNo", Objects.requireNonNullElse(notice.orderNo(), ""));
        return values;
    }

    private void putLinks(NoticeRow notice, Map<String, String> values) {
        String link = settings.publicUrl()
                + (notice.orderId() == null ? "/inquiries" : links.pathFor(notice.orderId(), numbers.linkValidFor()));
        values.put("link", link);
        values.put("ratingLink", link + "#rating");
        values.put("caseLink", link + (notice.orderId() == null ? "" : "#inquiry"));
    }

    private static String wording(NoticeRow notice) {
        return Wording.of(notice.kind(), notice.facts());
    }

    /** The language in which there are texts for somebody who reads this one. */
    public static String supported(String language) {
        return language.toLowerCase(Locale.ROOT).startsWith("en") ? "en" : "ko";
    }
}
