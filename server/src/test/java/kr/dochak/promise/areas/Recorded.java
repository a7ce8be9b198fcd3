package kr.dochak.promise.areas;

/** Answers in the shapes of the public services. */
public final class Recorded {

    private Recorded() {}

    /** An announcement of the weather service; {@code command} 1 is its beginning and 2 its end. */
    public static String item(
            String zone, String name, int kind, int level, int command, long announced, int number, long from) {
        return """
                {"stnId":"108","tmFc":%d,"tmSeq":%d,"areaCode":"%s","areaName":"%s","warnVar":%d,"warnStress":%d,\
                "command":"%d","startTime":%d,"endTime":0,"allEndTime":0,"cancel":"0"}\
                """.formatted(announced, number, zone, name, kind, level, command, from);
    }

    public static String weather(String... items) {
        return """
                {"response":{"header":{"resultCode":"00","resultMsg":"NORMAL_SERVICE"},"body":{"dataType":"JSON",\
                "items":{"item":[%s]},"pageNo":1,"numOfRows":1000,"totalCount":%d}}}\
                """.formatted(String.join(",", items), items.length);
    }

    public static final String NO_WEATHER =
            "{\"response\":{\"header\":{\"resultCode\":\"03\",\"resultMsg\":\"NO_DATA\"}}}";

    /** What the gateway answers with 200, though JSON was asked for. */
    public static String gateway(String name, int code) {
        return """
                <OpenAPI_ServiceResponse>
                  <cmmMsgHeader>
                    <errMsg>SERVICE ERROR</errMsg>
                    <returnAuthMsg>%s</returnAuthMsg>
                    <returnReasonCode>%d</returnReasonCode>
                  </cmmMsgHeader>
                </OpenAPI_ServiceResponse>
                """.formatted(name, code);
    }

    public static String event(
            String kind, String detail, String began, String ends, String x, String y, String lanes) {
        return """
                {"type":"고속도로","eventType":"%s","eventDetailType":"%s","startDate":"%s","coordX":"%s","coordY":"%s",\
                "linkId":"1860631600","roadName":"영동선","roadNo":"50","roadDrcType":"종점","lanesBlockType":"",\
                "lanesBlocked":"%s","message":"","endDate":"%s"}\
                """.formatted(kind, detail, began, x, y, lanes, ends);
    }

    public static String traffic(String... events) {
        return """
                {"header":{"resultCode":0,"resultMsg":"success"},"body":{"totalCount":%d,"items":[%s]}}\
                """.formatted(events.length, String.join(",", events));
    }
}
