package kr.dochak.simulator.malls;

import java.util.List;

/** What the two malls sell. */
final class Catalogue {

    private static final List<Product> RAINBOW = read("""
            KETTLE-1.7|무선 전기포트 1.7L|39000|14
            AIRFRY-5.5|에어프라이어 5.5L 화이트|119000|12
            RICE-10IH|IH 압력밥솥 10인용|289000|6
            BLEND-600|초고속 블렌더 600W|79000|7
            TOAST-2S|2구 토스터기 크림|45900|6
            VAC-ST12|무선 스틱청소기 S12|219000|5
            HUMID-4L|가열식 가습기 4L|89000|9
            HEAT-PTC|PTC 온풍기 1500W|69000|7
            FAN-BLDC|BLDC 선풍기 14인치|98000|4
            PAN-28|인덕션 프라이팬 28cm|32900|10
            POT-SET3|스테인리스 냄비 3종 세트|84000|6
            KNIFE-5|주방칼 5종 세트|57000|4
            BOARD-L|항균 도마 대형|24900|7
            LUNCH-3|보온도시락 3단|35900|5
            TUMBLER-591|진공 텀블러 591ml|27500|11
            COFFEE-DR|핸드드립 커피 세트|42000|6
            SCALE-5K|디지털 주방저울 5kg|15900|6
            STEAMER-G|핸디 스팀다리미|49900|5
            LAMP-LED|LED 스탠드 조명|38000|6
            BIN-50|센서 휴지통 50L|62000|3
            RACK-4|4단 조립식 선반|44900|4
            DISH-16|도자기 그릇 16p 세트|76000|4
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
