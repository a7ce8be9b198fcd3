package kr.dochak.tracking.carriers;

/** Answers in the shapes carriers use; every person in them is made up. */
public final class Recorded {

    private Recorded() {}

    public static final String CJ = """
            {"parcelResultMap":{"resultList":[{"invcNo":"612345678905","sendrNm":"무*개","rcvrNm":"김*민","itemNm":"포트","qty":"1",
              "rgmailNo":"","oriTrspbillnum":"","rtnTrspbillnum":"","nsDlvNm":"91"}]},
             "parcelDetailResultMap":{"resultList":[
              {"crgNm":"보내시는 고객님으로부터 상품을 인수받았습니다","crgSt":"11","dTime":"2026-11-23 18:10:05.0","regBranId":"1","regBranNm":"서울강남","scanNm":"집화처리","empImgNm":""},
              {"crgNm":"배송지역으로 상품이 이동중입니다.","crgSt":"41","dTime":"2026-11-23 23:40:11.0","regBranId":"2","regBranNm":"옥천HUB","scanNm":"간선상차","empImgNm":""},
              {"crgNm":"고객님의 상품을 배송할 예정입니다.(15∼17시)(배송담당:홍길동 010-2345-6789)","crgSt":"82","dTime":"2026-11-24 09:02:00.0","regBranId":"3","regBranNm":"부산해운대","scanNm":"배송출발","empImgNm":"hong.jpg"},
              {"crgNm":"고객님의 상품이 배송완료 되었습니다.(담당사원:홍길동 010-2345-6789)","crgSt":"91","dTime":"2026-11-24 15:41:37.0","regBranId":"3","regBranNm":"부산해운대","scanNm":"배송완료","empImgNm":"hong.jpg"}]}}""";

    public static final String CJ_UNKNOWN_NUMBER =
            "{\"parcelResultMap\":{\"resultList\":[]},\"parcelDetailResultMap\":{\"resultList\":[]}}";

    public static final String LOTTE = """
            {"errorCd":"0","errorNm":"","result":"ok","tracking":[
              {"BRNSHP_CD":"1","BRNSHP_NM":"강남","BRNSHP_TEL":"02-123-4567","EMP_NM":"홍길동","EMP_NO":"77","EMP_TEL":"010-2345-6789","GODS_STAT_CD":"12","GODS_STAT_NM":"운송장등록","PTN_BRNSHP_NM":"","SCAN_YMD":"20261123","SCAN_TME":"101500","STATUS":""},
              {"BRNSHP_CD":"1","BRNSHP_NM":"강남","EMP_NM":"홍길동","EMP_TEL":"010-2345-6789","GODS_STAT_CD":"10","GODS_STAT_NM":"집하","SCAN_YMD":"20261123","SCAN_TME":"183000"},
              {"BRNSHP_CD":"2","BRNSHP_NM":"진천HUB","EMP_NM":"","EMP_TEL":"","GODS_STAT_CD":"21","GODS_STAT_NM":"이동중","SCAN_YMD":"20261124","SCAN_TME":"013000"},
              {"BRNSHP_CD":"3","BRNSHP_NM":"해운대","EMP_NM":"홍길동","EMP_TEL":"010-2345-6789","GODS_STAT_CD":"41","GODS_STAT_NM":"배달완료","SCAN_YMD":"20261124","SCAN_TME":"151000"},
              {"BRNSHP_CD":"3","BRNSHP_NM":"해운대","EMP_NM":"홍길동","EMP_TEL":"010-2345-6789","GODS_STAT_CD":"45","GODS_STAT_NM":"인수자등록","SCAN_YMD":"20261124","SCAN_TME":"------"}]}""";

    public static final String HANJIN = """
            <html><body><table><tr><td>포트</td><td>무지개상회</td><td>김지민</td><td>부산 해운대구</td></tr></table>
            <table><tbody>
            <tr><td>2026-11-23</td><td>17:20</td><td>강남</td><td>접수</td></tr>
            <tr><td>2026-11-23</td><td>23:05</td><td>대전HUB</td><td>고객님 상품이 대전HUB에 도착했습니다.</td></tr>
            <tr><td>2026-11-24</td><td>08:55</td><td>해운대</td><td>배송출발 하였습니다. 배송담당: 홍길동 010-2345-6789</td></tr>
            <tr><td>2026-11-24</td><td>14:20</td><td>해운대</td><td>배송완료 되었습니다.</td></tr>
            </tbody></table></body></html>""";

    public static final String HANJIN_QUEUE = "<html><body><p>접속자가 많아 대기 중입니다. 잠시 후 다시 시도해 주세요.</p></body></html>";

    public static final String EPOST = """
            <html><body><table><tr><td>김*민</td></tr></table><table id="processTable"><thead><tr><th>날짜</th></tr></thead><tbody>
            <tr><td>2026.11.23</td><td>19:25</td><td>강남우체국</td><td>접수</td></tr>
            <tr><td>2026.11.23</td><td>20:59</td><td>동서울우편집중국</td><td>발송</td></tr>
            <tr><td>2026.11.24</td><td>06:26</td><td>해운대우체국</td><td>도착</td></tr>
            <tr><td>2026.11.24</td><td>07:47</td><td>해운대우체국</td><td>배달준비 집배원:홍길동 (010-2345-6789)</td></tr>
            <tr><td>2026.11.24</td><td>11:02</td><td>해운대우체국</td><td>미배달 (폐문부재)</td></tr>
            </tbody></table></body></html>""";

    public static final String LOGEN = """
            <html><body><table><tbody>
            <tr><td>2026.11.23 18:05</td><td>서초</td><td>집하완료</td><td>무지개상회에서 물품을 인수</td></tr>
            <tr><td>2026.11.23 22:10</td><td>대전TML</td><td>터미널입고</td><td>배송완료 예정일 11.24</td></tr>
            <tr><td>2026.11.24 09:11</td><td>해운대</td><td>배송출고</td><td>담당: 홍길동 01023456789</td></tr>
            </tbody></table></body></html>""";

    public static final String COUPANG_LS = """
            <html><body><div class="x">김지민</div><table class="tracking-detail"><tbody>
            <tr><td>2026.11.23 12:00</td><td>고양</td><td>운송장 등록</td></tr>
            <tr><td>2026.11.23 23:40</td><td>고양센터</td><td>센터도착</td></tr>
            <tr><td>2026.11.24 03:20</td><td>서초1캠프</td><td>캠프도착</td></tr>
            <tr><td>2026.11.24 09:30</td><td>서초1캠프</td><td>배송출발</td></tr>
            </tbody></table></body></html>""";

    /** The parcel of {@link #CJ} as an aggregator tells it. */
    public static final String SWEETTRACKER = """
            {"result":"Y","senderName":"무지개상회","receiverName":"김지민","receiverAddr":"부산 해운대구","itemName":"포트","invoiceNo":"612345678905",
             "orderNumber":"R-1","adUrl":"","estimate":"15:00~17:00","level":5,"complete":false,"completeYN":"N","recipient":"김지민",
             "itemImage":"","productInfo":"","zipCode":"48094","trackingDetails":[
             {"time":1795425005000,"timeString":"2026-11-23 18:10:05","code":"","where":"서울강남","kind":"집화처리","telno":"02-123-4567","telno2":"","remark":"","level":2,"manName":"","manPic":""},
             {"time":1795444811000,"timeString":"2026-11-23 23:40:11","code":"","where":"옥천HUB","kind":"간선상차","telno":"","telno2":"","remark":"","level":3,"manName":"","manPic":""},
             {"time":1795478520000,"timeString":"2026-11-24 09:02:00","code":"","where":"부산해운대","kind":"배송출발","telno":"","telno2":"010-2345-6789","remark":"","level":5,"manName":"홍길동","manPic":""}]}""";

    public static final String SWEETTRACKER_UNKNOWN_NUMBER =
            "{\"status\":false,\"msg\":\"유효하지 않은 운송장번호 이거나 택배사 코드 입니다.\",\"code\":\"104\"}";

    public static final String SWEETTRACKER_LIMIT = "{\"status\":false,\"msg\":\"조회 한도를 초과하였습니다.\",\"code\":\"105\"}";

    public static final String TRACKER_DELIVERY = """
            {"data":{"track":{"lastEvent":{"time":"2026-11-24T09:02:00.000+09:00","status":{"code":"OUT_FOR_DELIVERY","name":"배송출발"},"description":"배송출발"},
             "events":{"edges":[
              {"node":{"time":"2026-11-23T18:10:05.000+09:00","status":{"code":"AT_PICKUP"},"description":"보내시는 고객님으로부터 상품을 인수받았습니다"}},
              {"node":{"time":"2026-11-24T09:02:00.000+09:00","status":{"code":"OUT_FOR_DELIVERY"},"description":"배송할 예정입니다.(배송담당:홍길동 010-2345-6789)"}},
              {"node":{"time":"2026-11-23T23:40:11.000+09:00","status":{"code":"IN_TRANSIT"},"description":"이동중"}},
              {"node":{"time":"2026-11-24T01:00:00.000+09:00","status":{"code":"UNKNOWN"},"description":"새로운 상태"}}]}}}}""";

    public static String trackerDeliveryError(String code) {
        return "{\"errors\":[{\"message\":\"x\",\"extensions\":{\"code\":\"%s\"}}],\"data\":{\"track\":null}}"
                .formatted(code);
    }

    /** Made from the documented fields, not recorded. */
    public static final String KDEXP = """
            {"result":"suc","data":{"scanList":[
              {"scanDt":"2026-11-23 17:40:12","scanType":"0002","scanTypeNm":"발송","strtPointNm":"강남영업소","strtPointTelno":"02-123-4567"},
              {"scanDt":"2026-11-24 01:30:00","scanType":"0003","scanTypeNm":"터미널","strtPointNm":"옥천","strtPointTelno":""},
              {"scanDt":"2026-11-24 07:10:00","scanType":"0006","scanTypeNm":"도착","strtPointNm":"해운대영업소","strtPointTelno":"051-123-4567"},
              {"scanDt":"2026-11-24 09:20:00","scanType":"0008","scanTypeNm":"배송중","strtPointNm":"해운대영업소","strtPointTelno":"051-123-4567"},
              {"scanDt":"2026-11-24 13:05:00","scanType":"0007","scanTypeNm":"인수확인","strtPointNm":"해운대영업소","strtPointTelno":"051-123-4567"}]}}""";

    /** What each source says of a parcel that is on its way. */
    public static String of(Source source) {
        return switch (source) {
            case CJ -> CJ;
            case HANJIN -> HANJIN;
            case LOTTE -> LOTTE;
            case EPOST -> EPOST;
            case LOGEN -> LOGEN;
            case COUPANG_LS -> COUPANG_LS;
            case KDEXP -> KDEXP;
            case SWEETTRACKER -> SWEETTRACKER;
            case TRACKER_DELIVERY -> TRACKER_DELIVERY;
        };
    }
}
