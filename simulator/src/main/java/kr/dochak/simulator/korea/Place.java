package kr.dochak.simulator.korea;

import java.util.List;

/** A street in Korea: its area, postcode, the carriers' local branch and how far off the mainland it lies. */
public record Place(String area, String postcode, String road, String branch, int ferryDays, int weight) {

    private static final String TABLE = """
            서울|06236|서울 강남구 테헤란로|강남|0|9
            서울|06035|서울 강남구 가로수길|강남|0|5
            서울|05551|서울 송파구 올림픽로|송파|0|8
            서울|04066|서울 마포구 와우산로|마포|0|7
            서울|07236|서울 영등포구 의사당대로|영등포|0|5
            서울|03187|서울 종로구 종로|종로|0|3
            서울|01695|서울 노원구 동일로|노원|0|6
            서울|08826|서울 관악구 관악로|관악|0|5
            경기|13529|경기 성남시 분당구 판교역로|분당|0|8
            경기|16490|경기 수원시 팔달구 효원로|수원|0|8
            경기|10390|경기 고양시 일산서구 킨텍스로|일산|0|7
            경기|18441|경기 화성시 동탄대로|동탄|0|7
            경기|17066|경기 용인시 기흥구 기흥역로|용인|0|5
            경기|10085|경기 김포시 김포한강1로|김포|0|4
            경기|11765|경기 의정부시 시민로|의정부|0|4
            인천|21984|인천 연수구 송도과학로|송도|0|5
            인천|21556|인천 남동구 정각로|남동|0|5
            인천|23116|인천 옹진군 백령면 백령로|백령|2|1
            강원|24341|강원 춘천시 중앙로|춘천|0|2
            강원|25532|강원 강릉시 강릉대로|강릉|0|2
            강원|26465|강원 원주시 시청로|원주|0|2
            충북|28542|충북 청주시 상당구 상당로|청주|0|4
            충남|31155|충남 천안시 서북구 번영로|천안|0|4
            세종|30151|세종 한누리대로|세종|0|3
            대전|35242|대전 서구 둔산로|둔산|0|4
            대전|34126|대전 유성구 대학로|유성|0|3
            전북|54968|전북 전주시 완산구 효자로|전주|0|4
            전남|57975|전남 순천시 장명로|순천|0|2
            전남|58762|전남 완도군 청산면 청산로|청산|2|1
            광주|61945|광주 서구 내방로|상무|0|4
            광주|62232|광주 광산구 임방울대로|광산|0|3
            경북|37759|경북 포항시 남구 시청로|포항|0|3
            경북|39281|경북 구미시 송정대로|구미|0|3
            경북|40221|경북 울릉군 울릉읍 울릉순환로|울릉|2|1
            대구|41911|대구 중구 공평로|중구|0|4
            대구|42087|대구 수성구 달구벌대로|수성|0|4
            울산|44675|울산 남구 중앙로|울산|0|4
            부산|48058|부산 해운대구 센텀중앙로|해운대|0|6
            부산|47545|부산 연제구 중앙대로|연제|0|5
            부산|49318|부산 사하구 낙동대로|사하|0|3
            경남|51439|경남 창원시 성산구 원이대로|창원|0|5
            경남|50632|경남 양산시 물금읍 물금로|양산|0|3
            제주|63122|제주 제주시 연북로|제주|1|3
            제주|63583|제주 서귀포시 중앙로|서귀포|1|2
            """;

    public static final List<Place> ALL = TABLE.lines().map(Place::of).toList();

    private static Place of(String line) {
        String[] cell = line.split("\\|");
        return new Place(cell[0], cell[1], cell[2], cell[3], Integer.parseInt(cell[4]), Integer.parseInt(cell[5]));
    }

    public boolean isCapital() {
        return ferryDays == 0 && List.of("서울", "경기", "인천").contains(area);
    }

    public static Place somewhere(Dice dice) {
        return dice.weighted(ALL, Place::weight);
    }

    public static Place ofPostcode(String postcode) {
        return ALL.stream()
                .filter(place -> place.postcode().equals(postcode))
                .findFirst()
                .orElseGet(ALL::getFirst);
    }
}
