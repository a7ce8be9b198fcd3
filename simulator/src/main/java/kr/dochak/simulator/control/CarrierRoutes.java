package kr.dochak.simulator.control;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import kr.dochak.simulator.inquiry.Aggregators;
import kr.dochak.simulator.inquiry.Fault;
import kr.dochak.simulator.inquiry.Inquiry;
import kr.dochak.simulator.inquiry.Moods;
import kr.dochak.simulator.inquiry.Saying;
import kr.dochak.simulator.inquiry.Source;

/**
 * The carriers' and aggregators' addresses, the real ones under a prefix for each, and the switches that make them
 * misbehave.
 */
public final class CarrierRoutes {

    private static final String UNDER = "/carriers/";
    private static final String CJ = UNDER + "kr.cjlogistics/ko/tool/parcel/";
    private static final int MOST_TOKENS = 10_000;

    private final Runnable catchUp;
    private final Inquiry inquiry;
    private final Aggregators aggregators;
    private final Moods moods;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();

    /** @param catchUp lets time go on, before an answer is made */
    public CarrierRoutes(Runnable catchUp, Inquiry inquiry, Aggregators aggregators, Moods moods) {
        this.catchUp = catchUp;
        this.inquiry = inquiry;
        this.aggregators = aggregators;
        this.moods = moods;
    }

    public void addTo(Web web) {
        web.on("GET", CJ + "tracking", request -> cjPage());
        web.on("POST", CJ + "tracking-detail", this::cj);
        web.on("POST", UNDER + "kr.hanjin/kor/CMS/DeliveryMgr/WaybillResult.do", this::hanjin);
        web.on(
                "GET",
                UNDER + "kr.lotte/openapi/ftr/getCustomerInvTracking",
                request -> ask(Source.LOTTE, request, "invNo"));
        web.on(
                "GET",
                UNDER + "kr.epost/trace.RetrieveDomRigiTraceList.comm",
                request -> ask(Source.EPOST, request, "sid1"));
        web.on("GET", UNDER + "kr.logen/web/personal/trace/{no}", request -> ask(Source.LOGEN, request, "no"));
        web.on("GET", UNDER + "kr.coupangls/web/modal/invoice/{no}", request -> ask(Source.COUPANG_LS, request, "no"));
        String sweet = UNDER + "sweettracker/api/v1/";
        web.on(
                "GET",
                sweet + "trackingInfo",
                request -> after(() -> aggregators.sweetTracking(
                        request.name("t_key"), request.name("t_code"), request.name("t_invoice"))));
        web.on("GET", sweet + "companylist", request -> reply(aggregators.sweetCompanies(request.name("t_key"))));
        web.on(
                "GET",
                sweet + "recommend",
                request -> reply(aggregators.sweetRecommend(request.name("t_key"), request.name("t_invoice"))));
        web.on("POST", UNDER + "sweettracker/add_invoice", request -> reply(aggregators.sweetAdd(fields(request))));
        web.on(
                "POST",
                UNDER + "tracker.delivery/graphql",
                request -> after(() -> aggregators.graphql(request.header("Authorization"), request.body())));
        web.on("POST", "/control/carriers", this::become);
        web.on("GET", "/control/carriers", request -> Web.Reply.json(moods.json()));
    }

    private Web.Reply ask(Source source, Request request, String field) {
        return after(() -> inquiry.ask(source, request.name(field)));
    }

    /** Time goes on before the answer is made, so that it is as new as it can be. */
    private Web.Reply after(java.util.function.Supplier<Saying> answer) {
        catchUp.run();
        return reply(answer.get());
    }

    static Web.Reply reply(Saying saying) {
        return new Web.Reply(saying.status(), saying.type(), saying.body()).after(saying.delayMillis());
    }

    /** The page with the token; the cookie belongs to it. */
    private Web.Reply cjPage() {
        if (tokens.size() > MOST_TOKENS) {
            tokens.clear();
        }
        String token = UUID.randomUUID().toString();
        tokens.add(token);
        Web.Reply page = reply(inquiry.door(Source.CJ, inquiry.cjPage(token)));
        return page.status() == 200 ? page.with("Set-Cookie", "JSESSIONID=" + token + "; Path=/; HttpOnly") : page;
    }

    private Web.Reply cj(Request request) {
        String token = request.name("_csrf");
        String cookie = Objects.requireNonNullElse(request.header("Cookie"), "");
        return tokens.contains(token) && cookie.contains(token)
                ? ask(Source.CJ, request, "paramInvcNo")
                : new Web.Reply(403, "text/html;charset=UTF-8", "<h1>403 Forbidden</h1><p>Invalid CSRF Token</p>");
    }

    private Web.Reply hanjin(Request request) {
        return ask(Source.HANJIN, request, "wblnum");
    }

    /** As a form or as JSON. */
    private static Map<String, String> fields(Request request) {
        Map<String, String> fields = new java.util.HashMap<>(request.names());
        request.body()
                .propertyStream()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString("")));
        return fields;
    }

    /** {"source":"kr.cjlogistics","fault":"blocked","minutes":30}, {"source":"kr.lotte","perMinute":60}. */
    private Web.Reply become(Request request) {
        Source source = Source.of(Objects.requireNonNullElse(request.text("source"), ""));
        String fault = request.text("fault");
        if (fault != null) {
            moods.become(
                    source, Fault.of(fault), (int) request.number("minutes", 0), (int) request.number("seconds", 0));
        }
        if (request.text("perMinute") != null || request.text("perSecond") != null) {
            moods.allow(source, (int) request.number("perSecond", 0), (int) request.number("perMinute", 0));
        }
        return Web.Reply.json(moods.json());
    }
}
