package kr.dochak.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import kr.dochak.promise.Situation;
import kr.dochak.shared.Words;
import kr.dochak.tracking.carriers.health.CarrierAlarm;

/** A line of what needs hands, in words. Public, since templates call it. */
public final class HandWords {

    private static final int LONGEST_TEXT = 40;

    private HandWords() {}

    /** What it is, in a word or two. */
    public static String what(Hand hand, Words words) {
        return switch (hand) {
            case Hand.Delays delays -> Said.cause(delays.situation().cause(), words);
            case Hand.Outside(CarrierAlarm.Unknown unknown) -> words.word("console.board.unknown");
            case Hand.Outside(CarrierAlarm.Down down) -> words.word("console.board.down");
            case Hand.Outside(CarrierAlarm.Quiet quiet) -> words.word("console.board.quiet");
        };
    }

    /** Where, and what was said there. */
    public static String where(Hand hand, Words words) {
        return switch (hand) {
            case Hand.Delays(Situation each) ->
                each.place().isBlank()
                        ? Said.carrier(each.carrier(), words)
                        : each.place() + " · " + Said.carrier(each.carrier(), words);
            case Hand.Outside(CarrierAlarm.Unknown unknown) -> said(unknown, words);
            case Hand.Outside(CarrierAlarm.Down down) ->
                words.word(
                        down.leftAlone() ? "console.board.down.left-alone" : "console.board.down.silent", down.title());
            case Hand.Outside(CarrierAlarm.Quiet quiet) -> words.word("console.board.quiet.sends", quiet.name());
        };
    }

    private static String said(CarrierAlarm.Unknown unknown, Words words) {
        String said = (unknown.code() + " " + shortened(unknown.text())).strip();
        String what = words.word("console.board.unknown.said", Said.carrier(unknown.carrier(), words), said);
        return unknown.codes() == 1 ? what : what + " " + words.word("console.board.unknown.more", unknown.codes() - 1);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_TEXT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT)) + "…";
    }

    /** How much hangs on it. */
    public static String count(Hand hand, Words words) {
        return switch (hand) {
            case Hand.Delays delays -> words.word("console.board.promises", delays.weight());
            case Hand.Outside(CarrierAlarm.Unknown unknown) -> words.word("console.board.times", unknown.times());
            case Hand.Outside(CarrierAlarm.Down down) -> words.word("console.board.waiting", down.waiting());
            case Hand.Outside(CarrierAlarm.Quiet quiet) -> words.word("console.board.quiet.usual", quiet.missing());
        };
    }

    /** Where to act on it. */
    public static String href(Hand hand) {
        return switch (hand) {
            case Hand.Delays(Situation each) ->
                "/console/shipments?cause=" + each.cause() + "&place="
                        + URLEncoder.encode(each.place(), StandardCharsets.UTF_8) + "&carrier=" + each.carrier()
                        + "&show=OPEN";
            case Hand.Outside(CarrierAlarm.Unknown unknown) -> "/console/integrations#unknown";
            case Hand.Outside(CarrierAlarm.Down down) -> "/console/integrations#routes";
            case Hand.Outside(CarrierAlarm.Quiet quiet) -> "/console/integrations#loads";
        };
    }
}
