package kr.dochak.simulator.malls;

import java.util.List;

/** What the two malls sell. */
final class Catalogue {

    private static final List<Product> RAINBOW = read("""
            KNIT-CR|캐시미어 혼방 크루넥 니트|69000|14
            COAT-HM|핸드메이드 울 코트|289000|6
            PAD-LT|경량 패딩 점퍼|119000|12
            DENIM-ST|스트레이트 데님 팬츠|59000|10
            SLACK-WD|와이드 밴딩 슬랙스|49000|9
            SHIRT-OX|옥스퍼드 셔츠|39000|7
            TEE-3P|기본 티셔츠 3팩|29900|11
            HOOD-FL|기모 후드 집업|54000|9
            SKIRT-PL|플리츠 미디 스커트|46000|6
            DRESS-KN|니트 원피스|79000|5
            MUFFL-WL|울 체크 머플러|35000|8
            GLOVE-LT|터치 가죽 장갑|32000|4
            BEANIE-RB|골지 비니|19900|6
            SOCK-7|면 양말 7켤레|14900|10
            BAG-TOTE|캔버스 토트백|42000|6
            BAG-CRS|미니 크로스백|58000|4
            BOOT-CHS|첼시 부츠|129000|4
            SNEAK-WH|데일리 스니커즈 화이트|89000|7
            PAJAMA-S|수면 잠옷 세트|37000|5
            INNER-HT|발열 내의 세트|33000|9
            BELT-LT|소가죽 벨트|29000|3
            CARDI-VN|브이넥 카디건|52000|6
            """);

    private static final List<Product> HANGANG = read("""
            RICE-10K|철원 오대쌀 10kg|38900|12
            WATER-2L12|생수 2L 12병|11900|15
            EGG-30|무항생제 특란 30구|9900|14
            MILK-9|저지방 우유 900ml 3입|8400|11
            KIMCHI-3K|포기김치 3kg|28900|9
            BEEF-600|한우 불고기 600g|42900|7
            PORK-1K|국내산 삼겹살 1kg|25900|10
            MACKEREL-6|손질 고등어 6팩|19800|6
            TOFU-4|국산콩 두부 4모|7600|9
            APPLE-3K|청송 사과 3kg|24900|9
            TANGERINE-5K|제주 감귤 5kg|19900|11
            STRAW-1K|설향 딸기 1kg|23900|7
            SALAD-7|샐러드 7일 세트|31500|6
            RAMEN-20|얼큰라면 20봉|15900|12
            TISSUE-30|3겹 화장지 30롤|19900|13
            DETERG-3L|액체세제 3L 2개|17900|9
            DIAPER-4|밴드 기저귀 4단계 1박스|52900|6
            WIPE-10|물티슈 100매 10팩|12900|10
            CATFOOD-5K|고양이 사료 5kg|36900|5
            COFFEE-100|믹스커피 100입|14900|8
            SEAWEED-24|도시락김 24봉|11500|8
            GIMBAP-10|냉동김밥 10줄|29900|6
            """);

    private Catalogue() {}

    static List<Product> of(Mall mall) {
        return mall == Mall.RAINBOW ? RAINBOW : HANGANG;
    }

    private static List<Product> read(String table) {
        return table.lines()
                .map(line -> line.split("\\|"))
                .map(Catalogue::product)
                .toList();
    }

    private static Product product(String[] cell) {
        return new Product(cell[0], cell[1], Integer.parseInt(cell[2]), Integer.parseInt(cell[3]));
    }
}
