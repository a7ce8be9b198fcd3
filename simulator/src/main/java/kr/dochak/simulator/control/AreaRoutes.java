package kr.dochak.simulator.control;

import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kr.dochak.simulator.Korea;
import kr.dochak.simulator.areas.Peril;
import kr.dochak.simulator.areas.PublicServices;
import kr.dochak.simulator.areas.PublicServices.Service;
import kr.dochak.simulator.inquiry.Fault;
import kr.dochak.simulator.korea.KoreanTime;

/** The weather service and the traffic centre under a prefix, and the switches that make storms and make them misbehave. */
public record AreaRoutes(Korea korea, PublicServices services) {

    private static final String WEATHER = "/public/1360000/WthrWrnInfoService/getPwnCd";
    private static final String TRAFFIC = "/public/its/eventInfo";

    public void addTo(Web web) {
        web.on("GET", WEATHER, this::weather);
        web.on("GET", TRAFFIC, request -> {
            korea.catchUp();
            return CarrierRoutes.reply(services.traffic(request.name("apiKey")));
        });
        web.on("POST", "/control/storms", this::storm);
        web.on("POST", "/control/services", this::become);
    }

    private Web.Reply weather(Request request) {
        korea.catchUp();
        return CarrierRoutes.reply(services.weather(
                request.name("serviceKey"),
                number(request.name("pageNo"), 1),
                number(request.name("numOfRows"), 10),
                request.name("fromTmFc"),
                request.name("toTmFc")));
    }

    private static int number(String text, int otherwise) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : otherwise;
    }

    /** {"area":"강원","kind":"대설","grave":true,"in":2,"hours":12}: announced now, begins in so many hours. */
    private Web.Reply storm(Request request) {
        String area = Objects.requireNonNullElse(request.text("area"), "");
        Peril peril = Peril.ofTitle(Objects.requireNonNullElse(request.text("kind"), ""));
        LocalDateTime until = ControlRoutes.world(korea)
                .storm(
                        area,
                        peril,
                        request.isTrue("grave", true),
                        request.number("in", 0),
                        request.number("hours", 12));
        return Web.Reply.json(Map.of("area", area, "kind", peril.title(), "until", KoreanTime.iso(until)));
    }

    /** {"service":"weather","fault":"limited"}. */
    private Web.Reply become(Request request) {
        String service = Objects.requireNonNullElse(request.text("service"), "").toUpperCase(Locale.ROOT);
        services.become(Service.valueOf(service), Fault.of(Objects.requireNonNullElse(request.text("fault"), "none")));
        return Web.Reply.json(services.json());
    }
}
