package kr.dochak.simulator.korea;

import java.util.List;

/** Korean names and their usual spelling in Latin letters. */
public final class Names {

    private static final List<String> FAMILIES = words("김 김 김 이 이 박 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 홍 남궁");
    private static final List<String> GIVEN = words("""
            지민/jimin 서연/seoyeon 민준/minjun 하은/haeun 도윤/doyun 지우/jiwoo 예준/yejun 수아/sua 시우/siwoo 유진/yujin \
            현우/hyunwoo 은지/eunji 준호/junho 미경/mikyung 영수/youngsoo 정희/junghee 성민/sungmin 혜진/hyejin 동현/donghyun \
            보람/boram 재훈/jaehoon 소영/soyoung 태윤/taeyun 나래/narae 상철/sangchul 경아/kyunga 우진/woojin 다인/dain""");

    private Names() {}

    /** A person's name in Korean and the beginning of an e-mail address. */
    public record Name(String korean, String latin) {}

    public static Name someone(Dice dice) {
        String[] given = dice.pick(GIVEN).split("/");
        return new Name(dice.pick(FAMILIES) + given[0], given[1]);
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
