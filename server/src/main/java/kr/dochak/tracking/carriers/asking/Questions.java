package kr.dochak.tracking.carriers.asking;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.tracking.TrackingNumber;
import kr.dochak.tracking.carriers.Source;
import kr.dochak.wire.Request;
import tools.jackson.databind.json.JsonMapper;

/** What is sent to each outside system, in its own shape. Pure. */
final class Questions {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TRACK = """
            query($c:ID!,$n:String!){track(carrierId:$c,trackingNumber:$n){lastEvent{time status{code name} description}\
            events(last:50){edges{node{time status{code} description}}}}}""";
    private static final String REGISTER =
            "mutation($input:RegisterTrackWebhookInput!){registerTrackWebhook(input:$input)}";

    private Questions() {}

    static String usualUrl(Source source) {
        return switch (source) {
            case CJ -> "https://www.cjlogistics.com";
            case HANJIN -> "https://www.hanjin.com";
            case LOTTE -> "https://ftr.alps.llogis.com:18260";
            case EPOST -> "https://service.epost.go.kr";
            case LOGEN -> "https://www.ilogen.com";
            case COUPANG_LS -> "https://www.coupangls.com";
            case KDEXP -> "https://kdexp.com";
            case SWEETTRACKER -> "https://info.sweettracker.co.kr";
            case TRACKER_DELIVERY -> "https://apis.tracker.delivery";
        };
    }

    /** The question about one parcel; CJ's needs what {@link #cjPage} was answered. */
    static Request about(Source source, String url, String key, CarrierId carrier, TrackingNumber number) {
        String no = encode(number.value());
        return switch (source) {
            case CJ -> cjPage(url);
            case HANJIN ->
                form(
                        url + "/kor/CMS/DeliveryMgr/WaybillResult.do",
                        Map.of("wblnum", number.value(), "mCode", "MN038", "schLang", "KR"));
            case LOTTE -> get(url + "/openapi/ftr/getCustomerInvTracking?invNo=" + no);
            case EPOST -> get(url + "/trace.RetrieveDomRigiTraceList.comm?sid1=" + no);
            case LOGEN -> get(url + "/web/personal/trace/" + no);
            case COUPANG_LS -> get(url + "/web/modal/invoice/" + no);
            case KDEXP -> get(url + "/service/delivery/new/ajax_basic.do?barcode=" + no);
            case SWEETTRACKER ->
                get(url + "/api/v1/trackingInfo?t_key=" + encode(key) + "&t_code="
                        + Carrier.of(carrier).map(Carrier::sweettracker).orElse("") + "&t_invoice=" + no);
            case TRACKER_DELIVERY -> graphql(url, key, TRACK, Map.of("c", carrier.value(), "n", number.value()));
        };
    }

    static Request cjPage(String url) {
        return get(url + "/ko/tool/parcel/tracking");
    }

    static Request cjDetail(String url, TrackingNumber number, String csrf, String cookie) {
        return form(url + "/ko/tool/parcel/tracking-detail", Map.of("paramInvcNo", number.value(), "_csrf", csrf))
                .with("Cookie", cookie);
    }

    /** Asks tracker.delivery to report changes until a moment; asked again, it does so for longer. */
    static Request register(
            String url, String key, CarrierId carrier, TrackingNumber number, String callback, String until) {
        return graphql(
                url,
                key,
                REGISTER,
                Map.of(
                        "input",
                        Map.of(
                                "carrierId",
                                carrier.value(),
                                "trackingNumber",
                                number.value(),
                                "callbackUrl",
                                callback,
                                "expirationTime",
                                until)));
    }

    /** Asks Sweettracker to report on a parcel by itself; the {@code fid} comes back with each call and identifies it. */
    static Request addInvoice(String url, String key, CarrierId carrier, TrackingNumber number, String callback) {
        return form(
                url + "/add_invoice",
                Map.of(
                        "num",
                        number.value(),
                        "code",
                        Carrier.of(carrier).map(Carrier::sweettracker).orElse(""),
                        "fid",
                        carrier + ":" + number,
                        "callback_url",
                        callback,
                        "callback_type",
                        "json",
                        "key",
                        key));
    }

    private static Request graphql(String url, String key, String query, Map<String, ?> variables) {
        String body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        return Request.post(URI.create(url + "/graphql"), "application/json", body)
                .with("Authorization", "TRACKQL-API-KEY " + key);
    }

    private static Request get(String url) {
        return Request.get(URI.create(url));
    }

    private static Request form(String url, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return Request.post(URI.create(url), "application/x-www-form-urlencoded;charset=UTF-8", body);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
