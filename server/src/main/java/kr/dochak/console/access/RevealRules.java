package kr.dochak.console.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kr.dochak.identity.access.Reveal;
import kr.dochak.identity.access.RevealReason;
import kr.dochak.pages.Field;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Problem;
import kr.dochak.shared.Words;
import org.jspecify.annotations.Nullable;

/** The form that asks why, and what it answers when nothing may be shown. */
public final class RevealRules {

    private RevealRules() {}

    /**
     * The fields of the form.
     *
     * @param prefix leads the names of its fields, where two such forms stand on a page
     * @param tied whether it stands on a case, whose number is reason enough
     * @param refusal why nothing was shown; null at first
     */
    public static List<Field> of(String prefix, boolean tied, @Nullable String refusal, Words words) {
        List<Field.Option> kinds = new ArrayList<>(List.of(new Field.Option("", words.word("console.reveal.choose"))));
        for (RevealReason.Kind kind : RevealReason.Kind.values()) {
            kinds.add(new Field.Option(kind.name(), words.word("console.reveal.kind." + kind)));
        }
        Field reason = Field.text(prefix + "reason", words.word("console.customer.reason"), "")
                .help(words.word("console.customer.reason.help"))
                .autocomplete("off")
                .error(refusal == null ? "" : refusal);
        return List.of(
                Field.choice(prefix + "kind", words.word("console.reveal.kind"), "", kinds)
                        .needed(),
                tied ? reason : reason.needed());
    }

    /** Why nothing is shown, as a sentence beside the form; nothing when it is. */
    public static Optional<String> refusal(Reveal<?> reveal, String unknown, Words words, Instant now) {
        return switch (reveal) {
            case Reveal.Revealed<?> shown -> Optional.empty();
            case Reveal.NoReason<?> silent ->
                Optional.of(words.word("console.customer.reason.missing", RevealReason.SHORTEST));
            case Reveal.TooMany<?> full ->
                Optional.of(words.word("console.reveal.many", KoreanTime.moment(full.again(), now, words.locale())));
            case Reveal.NotAllowed<?> none -> throw Problem.forbidden("identity.problem.no-reveal");
            case Reveal.Unknown<?> none -> throw Problem.notFound(unknown);
        };
    }
}
