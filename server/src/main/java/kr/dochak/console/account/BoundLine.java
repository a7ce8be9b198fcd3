package kr.dochak.console.account;

import java.net.URI;
import java.util.List;
import kr.dochak.identity.OidcSettings;
import kr.dochak.identity.accounts.ProviderAccounts.Bound;
import kr.dochak.pages.Frame;
import kr.dochak.shared.KoreanTime;
import kr.dochak.shared.Words;

/** An account of a provider that somebody logs in with, in words (IDN-1). */
public record BoundLine(String text, String times, String subject) {

    static List<BoundLine> of(List<Bound> bound, OidcSettings settings, Frame frame) {
        return bound.stream().map(each -> of(each, settings, frame)).toList();
    }

    private static BoundLine of(Bound bound, OidcSettings settings, Frame frame) {
        Words words = frame.words();
        String issuer = bound.account().issuer();
        boolean named =
                issuer.equals(settings.issuer().strip()) && !settings.name().isBlank();
        return new BoundLine(
                words.word(
                        "console.provider.line",
                        named ? settings.name().strip() : URI.create(issuer).getHost()),
                words.word(
                        "console.provider.times",
                        KoreanTime.moment(bound.since(), frame.now(), words.locale()),
                        KoreanTime.ago(bound.usedAt(), frame.now(), words.locale())),
                bound.account().subject());
    }
}
