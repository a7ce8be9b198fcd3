package kr.dochak.simulator.areas;

import java.util.List;

/** A zone of weather warnings with a road through it. */
record Zone(String area, String code, String name, String latitude, String longitude, String road) {

    private static final List<Zone> ALL = """
            서울|L1100100|서울동남권|37.50|127.05|올림픽대로
            서울|L1100200|서울동북권|37.65|127.06|동부간선도로
            경기|L1011900|수원시|37.27|127.01|경부선
            경기|L1010800|가평군|37.83|127.51|서울양양선
            인천|L1110120|인천남부|37.46|126.70|제2경인선
            강원|L1020500|평창군평지|37.62|128.35|영동선
            강원|L1020200|춘천시|37.88|127.73|중앙선
            충북|L1040100|청주시|36.64|127.49|중부선
            충남|L1030100|천안시|36.81|127.15|경부선
            세종|L1170110|세종북부|36.48|127.26|국도1호선
            대전|L1120100|대전광역시|36.35|127.38|호남지선
            전북|L1060100|고창군|35.57|126.86|서해안선
            전남|L1050100|나주시|35.02|126.71|무안광주선
            광주|L1130110|광주서부|35.16|126.85|호남선
            경북|L1070100|구미시|36.12|128.34|경부선
            대구|L1140100|대구중부|35.87|128.60|중앙선
            울산|L1082900|울산서부|35.57|129.12|울산선
            부산|L1082600|부산중부|35.18|129.08|남해선
            경남|L1080600|창원시|35.23|128.68|남해선
            제주|L1091320|제주시북부|33.50|126.53|평화로
            """.lines().map(Zone::read).toList();

    private static Zone read(String line) {
        String[] cell = line.split("\\|");
        return new Zone(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]);
    }

    static List<Zone> of(String area) {
        return ALL.stream().filter(zone -> zone.area.equals(area)).toList();
    }
}
