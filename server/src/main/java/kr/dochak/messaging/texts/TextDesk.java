package kr.dochak.messaging.texts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kr.dochak.approvals.ApprovalAnswer;
import kr.dochak.approvals.ApprovalRequest;
import kr.dochak.approvals.Approvals;
import kr.dochak.identity.StaffMember;
import kr.dochak.messaging.ChannelName;
import kr.dochak.messaging.ChannelName.TextForm;
import kr.dochak.messaging.NoticeWords.Text;
import kr.dochak.shared.Problem.FieldError;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Texts as staff see and change them: in use, before, waiting; a new one is looked at, asked for and taken back (MSG-3). */
@Component
public class TextDesk {

    private final MessageTemplates templates;
    private final TemplateRepository repository;
    private final Approvals approvals;

    TextDesk(MessageTemplates templates, TemplateRepository repository, Approvals approvals) {
        this.templates = templates;
        this.repository = repository;
        this.approvals = approvals;
    }

    /** The texts in use, by situation, channel and language. */
    public List<Template> inUse() {
        return repository.active();
    }

    /** Drafts that wait for somebody, newest first. */
    public List<TextVersion> waiting() {
        return asked(repository.drafts()).stream()
                .filter(TextVersion::isWaiting)
                .toList();
    }

    /** All versions of a text in both languages, newest first; nothing when there is no such text. */
    public List<TextVersion> versions(String wording, ChannelName channel) {
        return asked(repository.history(wording, channel));
    }

    private List<TextVersion> asked(List<TextVersion> versions) {
        Map<String, ApprovalRequest> requests = new HashMap<>();
        approvals
                .newest(TextApproval.KIND, subjects(versions))
                .forEach(request -> requests.put(request.subject(), request));
        return versions.stream()
                .map(each -> each.asked(requests.get(Long.toString(each.text().id()))))
                .toList();
    }

    private static List<String> subjects(Collection<TextVersion> versions) {
        return versions.stream().map(each -> Long.toString(each.text().id())).toList();
    }

    /** The variables that texts of a situation use now, in any channel, with an example of each. */
    public Map<String, String> variables(String wording, String language) {
        Map<String, String> examples = TemplateExamples.values(language);
        Set<String> names = repository.active().stream()
                .filter(each -> each.wording().equals(wording))
                .flatMap(each -> each.variables().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        return names.stream()
                .collect(Collectors.toMap(
                        name -> name,
                        name -> examples.getOrDefault(name, ""),
                        (one, other) -> one,
                        java.util.TreeMap::new));
    }

    /** A text as a customer would read it, with what forbids it. */
    public TextLook look(TextDraft draft) {
        Template text = draft.template();
        Map<String, String> examples = TemplateExamples.values(draft.language());
        Text filled = text.render(examples);
        List<FieldError> wrong = TemplateLint.check(text, examples).stream()
                .map(TemplateLint.Finding::error)
                .toList();
        return new TextLook(
                draft.language(),
                filled.title(),
                filled.body(),
                length(draft.channel().textForm(), filled.body()),
                most(draft.channel().textForm()),
                wrong);
    }

    private static int length(TextForm form, String body) {
        return form == TextForm.SHORT ? SmsText.bytes(SmsText.plain(body)) : body.length();
    }

    private static int most(TextForm form) {
        return switch (form) {
            case SHORT -> SmsText.LMS_BYTES;
            case APPROVED -> TemplateLint.ALIMTALK_CHARACTERS;
            case FREE -> TemplateLint.MOST_CHARACTERS;
        };
    }

    /** Keeps those that differ from the texts in use, and asks another person for each; one that is unfit keeps all back. */
    @Transactional
    public TextOutcome ask(StaffMember maker, List<TextDraft> drafts) {
        List<TextDraft> changed = drafts.stream().filter(this::isNew).toList();
        if (changed.isEmpty()) {
            return new TextOutcome.Unchanged();
        }
        List<TextLook> looks = changed.stream().map(this::look).toList();
        if (!looks.stream().allMatch(TextLook::isFit)) {
            return new TextOutcome.Unfit(looks);
        }
        for (TextDraft draft : changed) {
            templates.propose(templates.draft(draft, "staff:" + maker.id()).id(), maker);
        }
        return new TextOutcome.Waiting(changed.size());
    }

    private boolean isNew(TextDraft draft) {
        return repository.active().stream()
                .noneMatch(each -> each.wording().equals(draft.wording())
                        && each.channel() == draft.channel()
                        && each.language().equals(draft.language())
                        && draft.isAs(each));
    }

    /** Who wrote a draft takes it back while nobody has decided. */
    public boolean takeBack(StaffMember maker, long id) {
        return approvals.withdrawOwn(maker, TextApproval.KIND, Long.toString(id)) instanceof ApprovalAnswer.Decided;
    }

    /** Asks again for a draft, or for a text that was in use before. */
    @Transactional
    public Optional<TextOutcome> again(StaffMember maker, long id) {
        return repository
                .byId(id)
                .map(old -> ask(
                        maker,
                        List.of(new TextDraft(
                                old.wording(),
                                old.channel(),
                                old.language(),
                                old.title(),
                                old.body(),
                                old.vendorCode()))));
    }
}
