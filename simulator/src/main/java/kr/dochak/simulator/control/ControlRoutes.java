package kr.dochak.simulator.control;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import kr.dochak.simulator.Korea;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Hub;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.inquiry.Moods;
import kr.dochak.simulator.korea.KoreanTime;
import kr.dochak.simulator.people.Visitors;
import kr.dochak.simulator.wire.Call;
import kr.dochak.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** Trouble on purpose, and a look at everything. */
public record ControlRoutes(Korea korea, VendorRoutes vendors, Visitors visitors, Moods moods) {

    public void addTo(Web web) {
        web.on("GET", "/control/state", request -> Web.Reply.json(state()));
        web.on("GET", "/control/ledger", this::ledger);
        web.on("GET", "/control/truth", request -> Web.Reply.json(world(korea).truth()));
        web.on("POST", "/control/clock", this::clock);
        web.on("POST", "/control/jams", this::jam);
        web.on("POST", "/control/silences", this::silence);
        web.on("POST", "/control/slowness", this::slowness);
        web.on("POST", "/control/losses", request -> accident(request, "LOST"));
        web.on("POST", "/control/damages", request -> accident(request, "DAMAGED"));
        web.on("POST", "/control/pause", this::pause);
        new OrderRoutes(korea).addTo(web);
    }

    static World world(Korea korea) {
        return korea.catchUp().orElseThrow(() -> new IllegalStateException("서버의 시계를 아직 보지 못했습니다"));
    }

    private Map<String, Object> state() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("clock", korea.clock().json());
        korea.catchUp().ifPresent(world -> state.put("world", world.json()));
        state.put("waiting", korea.waiting());
        state.put("ledger", korea.ledger().counts());
        state.put("vendors", vendors.json());
        state.put("carriers", moods.json());
        state.put("customers", visitors.json());
        return state;
    }

    private Web.Reply ledger(Request request) {
        return Web.Reply.json(
                request.name("only").equals("counts")
                        ? korea.ledger().counts()
                        : korea.ledger().json());
    }

    /**
     * {"speed":60}, or when the server's clock is driven {"to":"…"}, five minutes at a time or {"step":900,"grain":300}
     * seconds.
     */
    private Web.Reply clock(Request request) {
        String to = request.text("to");
        Duration step = Duration.ofSeconds((long) request.number("step", 300));
        Duration grain = Duration.ofSeconds((long) request.number("grain", 1));
        int status = to == null
                ? korea.clock().setSpeed(request.number("speed", 1))
                : korea.driveTo(KoreanTime.parse(to), step, grain);
        Map<String, Object> body = new LinkedHashMap<>(korea.clock().json());
        body.put("serverStatus", status);
        return Web.Reply.json(status >= 200 && status < 300 ? 200 : 502, body);
    }

    private Web.Reply jam(Request request) {
        Hub hub = Hub.ofTitle(Objects.requireNonNullElse(request.text("hub"), ""));
        LocalDateTime until = world(korea).jam(hub, request.number("hours", 6));
        return Web.Reply.json(Map.of("hub", hub.title(), "until", KoreanTime.iso(until)));
    }

    private Web.Reply silence(Request request) {
        Carrier carrier = Carrier.ofId(Objects.requireNonNullElse(request.text("carrier"), ""));
        LocalDateTime until = world(korea).silence(carrier, request.number("hours", 6));
        return Web.Reply.json(Map.of("carrier", carrier.id(), "until", KoreanTime.iso(until)));
    }

    /** {"carrier":"kr.lotte","share":0.4}: so many of its parcels lie a night longer from now on; 0 ends it. */
    private Web.Reply slowness(Request request) {
        Carrier carrier = Carrier.ofId(Objects.requireNonNullElse(request.text("carrier"), ""));
        double share = request.number("share", 0);
        world(korea).slow(carrier, share);
        return Web.Reply.json(Map.of("carrier", carrier.id(), "share", share));
    }

    private Web.Reply accident(Request request, String reason) {
        World world = world(korea);
        Parcel parcel = world.find(blankToNull(request.text("orderNo")), blankToNull(request.text("trackingNumber")))
                .orElseThrow(() -> new NoSuchElementException("움직이는 소포를 찾지 못했습니다"));
        Optional<Call> call = world.accident(parcel, reason, request.isTrue("quietly", false));
        korea.flush();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("orderNo", parcel.order().orderNo());
        body.put("carrier", parcel.carrier().id());
        body.put("trackingNumber", parcel.trackingNumber());
        body.put("reason", reason);
        body.put("acknowledged", call.isPresent() && OrderRoutes.isAcknowledged(call.get()));
        return Web.Reply.json(body);
    }

    private Web.Reply pause(Request request) {
        boolean paused = request.isTrue("orders", true);
        world(korea).pauseOrders(paused);
        return Web.Reply.json(Map.of("ordersPaused", paused));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
