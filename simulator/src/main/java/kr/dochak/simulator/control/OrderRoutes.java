package kr.dochak.simulator.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kr.dochak.simulator.Korea;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.malls.ByHand;
import kr.dochak.simulator.malls.Customer;
import kr.dochak.simulator.malls.Mall;
import kr.dochak.simulator.wire.Call;
import kr.dochak.simulator.world.Job;
import kr.dochak.simulator.world.World;
import org.jspecify.annotations.Nullable;

/** Orders placed and parcels moved by hand, answered when the server has acknowledged them. */
record OrderRoutes(Korea korea) {

    private static final int PATIENCE_SECONDS = 10;

    void addTo(Web web) {
        web.on("POST", "/control/orders", this::place);
        web.on("GET", "/control/orders", request -> Web.Reply.json(latest()));
        web.on("GET", "/control/orders/{orderNo}", request -> Web.Reply.json(json(job(request))));
        web.on("POST", "/control/orders/{orderNo}/cancellation", this::cancel);
        web.on("POST", "/control/parcels/{orderNo}/advance", this::advance);
    }

    private Web.Reply place(Request request) {
        World world = ControlRoutes.world(korea);
        Mall mall = Mall.ofTenant(Objects.requireNonNullElse(request.text("mall"), "rainbow"));
        Job job = world.place(mall, wish(request), request.isTrue("calm", true), request.isTrue("held", false));
        korea.flush();
        Map<String, Object> body = json(job);
        body.put("acknowledged", isAcknowledged(job.told().getFirst()));
        return Web.Reply.json(201, body);
    }

    private static ByHand wish(Request request) {
        return new ByHand(
                request.text("name"),
                request.text("phone"),
                request.text("email"),
                request.text("postcode"),
                Carrier.ofIdOrNull(request.text("carrier")),
                null);
    }

    private Job job(Request request) {
        return ControlRoutes.world(korea)
                .job(request.name("orderNo"))
                .orElseThrow(() -> new NoSuchElementException("모르는 주문입니다: " + request.name("orderNo")));
    }

    private List<Map<String, Object>> latest() {
        return ControlRoutes.world(korea).latest(30).stream()
                .map(OrderRoutes::json)
                .toList();
    }

    private Web.Reply cancel(Request request) {
        Job job = job(request);
        String reason = Objects.requireNonNullElse(request.text("reason"), "단순 변심");
        if (!ControlRoutes.world(korea).cancel(job.order().orderNo(), reason)) {
            throw new IllegalStateException("이미 출고되었거나 취소된 주문입니다");
        }
        korea.flush();
        return Web.Reply.json(Map.of(
                "orderNo",
                job.order().orderNo(),
                "acknowledged",
                isAcknowledged(job.told().getLast())));
    }

    /** {"times":3} or {"until":"DELIVERED"}; without either, one step. */
    private Web.Reply advance(Request request) {
        World world = ControlRoutes.world(korea);
        Job job = job(request);
        world.shipNow(job.order().orderNo());
        korea.flush();
        List.copyOf(job.told()).forEach(OrderRoutes::isAcknowledged);
        String until = request.text("until");
        int times = until == null ? (int) request.number("times", 1) : Integer.MAX_VALUE;
        return Web.Reply.json(steps(world, job, times, until));
    }

    /** The last of the steps. */
    private Map<String, Object> steps(World world, Job job, int times, @Nullable String until) {
        Map<String, Object> last = step(world, job).orElseThrow(() -> new IllegalStateException("더 움직일 소포가 없습니다"));
        for (int n = 1; n < times && !Objects.equals(last.get("status"), until); n++) {
            Optional<Map<String, Object>> next = step(world, job);
            if (next.isEmpty()) {
                return last;
            }
            last = next.get();
        }
        return last;
    }

    private Optional<Map<String, Object>> step(World world, Job job) {
        korea.catchUp();
        Optional<Call> call = world.advance(job);
        korea.flush();
        return call.map(scan -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("orderNo", job.order().orderNo());
            ((Map<?, ?>) scan.body()).forEach((name, value) -> body.put(String.valueOf(name), value));
            body.put("acknowledged", isAcknowledged(scan));
            body.put(
                    "stepsAhead",
                    job.parcels().stream().mapToInt(Parcel::stepsAhead).sum());
            return body;
        });
    }

    static boolean isAcknowledged(Call call) {
        try {
            return call.done().get(PATIENCE_SECONDS, TimeUnit.SECONDS).outcome() == Call.Outcome.KNOWN;
        } catch (TimeoutException | ExecutionException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Map<String, Object> json(Job job) {
        Customer customer = job.order().customer();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("orderNo", job.order().orderNo());
        json.put("mall", job.order().mall().tenant());
        json.put("customerId", customer.id());
        json.put("name", customer.name());
        json.put("phone", customer.phone());
        json.put("email", customer.email());
        json.put("carrier", job.order().shipping().carrier().id());
        json.put(
                "trackingNumbers",
                job.parcels().stream().map(Parcel::trackingNumber).toList());
        json.put(
                "scans",
                job.parcels().stream().mapToInt(parcel -> parcel.scans().size()).sum());
        json.put(
                "stepsAhead",
                job.parcels().stream().mapToInt(Parcel::stepsAhead).sum());
        return json;
    }
}
