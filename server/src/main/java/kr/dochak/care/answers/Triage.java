package kr.dochak.care.answers;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import kr.dochak.care.clocks.Urgency;
import kr.dochak.care.record.CaseType;

/**
 * What a customer's words are about and whether they sound of danger or law (CAR-3), by keywords in the text without
 * spaces, since Korean spacing is careless. Of equally strong rules the last in the text wins, since Korean puts the
 * wish at the end ({@code 취소했는데 환불이 안 됐어요} is about the refund).
 */
public record Triage(CaseType type, Urgency urgency) {

    private record Rule(CaseType type, int weight, Pattern words) {}

    private record Found(CaseType type, int weight, int where) {}

    /** What happened to the goods outweighs what the customer wants for it; a wish outweighs mere waiting. */
    private static final List<Rule> RULES = List.of(
            rule(CaseType.COUPON, 6, "(쿠폰|적립금|포인트).{0,8}(없어졌|사라졌|날아갔|소멸)"),
            rule(CaseType.LOST, 5, "분실|잃어버|도난|훔쳐|받은적(이|도)?없|(배송|배달)완료.{0,24}(없|못받|안왔|안받|안보)"),
            rule(CaseType.LOST, 5, "(못받|안왔|없는데).{0,12}(배송|배달)완료"),
            rule(CaseType.LOST, 3, "없어졌|사라졌|누가가져"),
            rule(CaseType.DAMAGED, 5, "파손|깨[져졌진]|부서|부셔|부러[져졌진]|찌그러|찢[어겨긴]|터[져졌진]|새서|샜|금이갔|긁[혀힌]|스크래치|젖[어었은]"),
            rule(CaseType.DAMAGED, 2, "불량|고장|작동(이|을)?안|작동(이|을)?하지|안켜[져지]"),
            rule(CaseType.ADDRESS_CHANGE, 4, "(주소|배송지|수령지|받는곳|동호수).{0,12}(변경|바꾸|바꿔|바꿀|수정|잘못|틀리|틀렸|고쳐|정정)"),
            rule(CaseType.ADDRESS_CHANGE, 3, "이사(를|했|가서|왔|갔)|(경비실|관리실|무인택배함|문앞).{0,8}(맡겨|놔|두고|부탁|변경)"),
            rule(CaseType.CANCEL, 4, "취소"),
            rule(CaseType.RETURN, 4, "반품|돌려보내|도로보내|반송(하|해|할)"),
            rule(CaseType.EXCHANGE, 4, "교환|오배송|잘못(왔|온|보내|배송)|다른(게|걸|거|것|상품|제품|물건|색|색상|사이즈|옷)(이|가|으로|로)?(왔|와|도착|배송|들어)"),
            rule(CaseType.EXCHANGE, 4, "다른(색|색상|사이즈|걸|상품|제품)(으로|로)?(바꿔|바꾸)|사이즈(를)?(바꿔|바꾸|변경)"),
            rule(CaseType.EXCHANGE, 2, "사이즈가?(너무)?(작|커|크|안맞)"),
            rule(CaseType.REFUND, 4, "환불|돈(을|은|도)?돌려|카드취소|결제취소|(이중|중복|두번)(으로)?결제|돈이?두번"),
            rule(CaseType.COUPON, 4, "쿠폰|적립금|포인트|할인코드"),
            rule(CaseType.DELIVERY_DELAY, 3, "언제(쯤)?(와|오|옴|도착|받|배송|출고|출발|발송|온)|아직도?(안|못|도착|배송|출고|발송|집하)"),
            rule(CaseType.DELIVERY_DELAY, 3, "어디(쯤|까지|에)?(왔|와있|있|인가|인지|예요|에요)|배송조회|송장(번호)?조회"),
            rule(CaseType.DELIVERY_DELAY, 2, "안(와|왔|오네|오나|옵|온)|못받|늦|지연|멈춰|멈췄|안움직|그대로|소식이없|배송(이|은|도)?안|감감무소식"));

    private static final Pattern DANGER = pattern("다쳤|다쳐서|다칠뻔|부상|(?<!이)화상(?!카메라|통화|회의|채팅)|베였|베여|찔렸|찔려|(?<!커)피가(나|났)|응급실"
            + "|병원(에|을)?(갔|가야|다녀|입원|치료|비)|(알레르기|알러지)(반응|가?(났|나|생|올라))|두드러기|식중독|배탈|폭발(했|해|할|하|사고)|(?<![이환])불이?(났|나서|붙)"
            + "|화재|발화|감전|누전|연기가?(나|났|피)|이물질|유리조각|벌레|구더기|곰팡이");

    private static final Pattern LAW = pattern("소비자원|소비자보호원|소비자고발|공정위|공정거래위|소송|고소(하|할|장)|고발|변호사|내용증명|법적|법대로"
            + "|경찰(에|신고|부를)|신고(하|할|합|했)|언론|방송국|제보|국민신문고|1372|개인정보.{0,8}(유출|노출|새)|사기(죄|를|당)");

    /** Reads one message. */
    public static Triage of(String text) {
        String words = text.replaceAll("\\s+", "").toLowerCase(Locale.KOREAN);
        boolean risky = DANGER.matcher(words).find() || LAW.matcher(words).find();
        return new Triage(type(words), risky ? Urgency.HIGH : Urgency.NORMAL);
    }

    private static CaseType type(String words) {
        Found best = new Found(CaseType.ETC, 0, -1);
        for (Rule rule : RULES) {
            for (MatchResult match : rule.words().matcher(words).results().toList()) {
                Found found = new Found(rule.type(), rule.weight(), match.start());
                if (found.weight() > best.weight() || found.weight() == best.weight() && found.where() > best.where()) {
                    best = found;
                }
            }
        }
        return best.type();
    }

    private static Rule rule(CaseType type, int weight, String words) {
        return new Rule(type, weight, pattern(words));
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words);
    }
}
