package kr.dochak.tracking.carriers;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.dochak.identity.vault.Masks;

/**
 * Takes drivers and recipients out of what carriers write; no name and no number of a person goes further than a reader. What
 * a phone looks like is everybody's rule ({@link Masks}); behind which words a name stands is the carriers' own.
 */
final class Persons {

    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_PLACE = 100;

    private static final String WORDS =
            "(배송담당자?|배달담당자?|담당자|담당사원|담당|배송사원|배달사원|집배원|기사|수령인|수취인|인수자|인수인|받는\\s?분|보내는\\s?분|보낸\\s?분)";
    private static final String FAMILY_NAMES =
            "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노곽성차주우구민류나진엄채원천방공현함변염여추도석선설마길연위표명기반왕금옥육인맹제모탁국은편용";
    private static final String NOBODY = "(?!본인|경비실|관리실|문\\s?앞|무인|가족|동료|부재|거부|거절)";
    /** 배송담당: 홍길동, 인수자 : 김*민 … whoever stands behind such a word is somebody. */
    private static final Pattern NAMED = Pattern.compile(WORDS + "(\\s*[:：]\\s*)" + NOBODY + "[가-힣*○]{2,5}(?![가-힣])");
    /** The same without a colon, where the phone behind it shows that it is a name. */
    private static final Pattern CALLED = Pattern.compile(WORDS + "(\\s+)[가-힣*○]{2,5}(?=[\\s(,]*\\*\\*\\*)");

    private static final Pattern TITLED =
            Pattern.compile("(?<![가-힣])(?!배송|배달|담당|전담|해당|도착|출발)[가-힣*○]{2,4}\\s?(?=(기사님?|집배원|배송원|사원)(?![가-힣]))");

    /** 기사 홍길동, without anything else: a family name and two syllables, unless they say what was done. */
    private static final Pattern BARE = Pattern.compile("(배송담당자?|배달담당자?|담당자|담당사원|배송사원|배달사원|집배원|기사님?)(\\s?)["
            + FAMILY_NAMES + "][가-힣]{2}(?<![됨함중음])(?=\\s?[님씨]|기사|\\s*$|\\s*[^가-힣\\s])");

    /** Driver: Gil-dong Hong, in letters of the West. */
    private static final Pattern FOREIGN = Pattern.compile(
            "(?i)\\b(driver|courier|recipient|consignee|received by|signed by)(\\s*[:：]\\s*)[\\p{Alpha}'-]{2,20}(?: [\\p{Alpha}'-]{2,20}){0,2}");

    private static final List<Pattern> AFTER_THEIR_WORD = List.of(NAMED, CALLED, BARE, FOREIGN);

    private Persons() {}

    /** A text of an event, fit for a scan. */
    static String text(String raw) {
        return cut(mask(oneLine(raw)), LONGEST_TEXT);
    }

    /** A place, written one way whatever route it came by, so that one event stays one scan. */
    static String place(String raw) {
        return cut(
                mask(oneLine(raw)).replaceAll("\\s*(\\(\\s*\\)|[(（]\\s*)$", "").strip(), LONGEST_PLACE);
    }

    /** All that is looked for beside phones. */
    static List<Pattern> patterns() {
        return Stream.concat(AFTER_THEIR_WORD.stream(), Stream.of(TITLED)).toList();
    }

    static String mask(String raw) {
        String text = Masks.phonesIn(raw);
        for (Pattern after : AFTER_THEIR_WORD) {
            text = after.matcher(text).replaceAll("$1$2***");
        }
        return TITLED.matcher(text).replaceAll("*** ");
    }

    private static String oneLine(String raw) {
        return raw.replace('\0', ' ').replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
