package kr.dochak.simulator.history;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import kr.dochak.simulator.control.Web;

/** Systems of the shop that are told of events; one that was turned off refuses them. */
public final class Receiver {

    /** The one that was turned off and forgotten. */
    public static final String OLD = "old";

    private final String base;
    private final long seed;
    private final Set<String> refusing = ConcurrentHashMap.newKeySet();
    private final AtomicLong received = new AtomicLong();
    private volatile String orderNo = "";

    public Receiver(String base, long seed) {
        this.base = base;
        this.seed = seed;
    }

    public void addTo(Web web) {
        web.on("POST", "/shop/{system}/events", request -> {
            received.incrementAndGet();
            String number = request.body().path("data").path("orderNo").asString("");
            orderNo = number.isEmpty() ? orderNo : number;
            return refusing.contains(request.name("system"))
                    ? Web.Reply.json(503, java.util.Map.of("error", "maintenance"))
                    : Web.Reply.json(java.util.Map.of("received", received.get()));
        });
    }

    String address(String system) {
        return base + "/shop/" + system + "/events";
    }

    /** A system that refuses from now on. */
    public void refuse(String system) {
        refusing.add(system);
    }

    /** Some order the shop heard of. */
    Optional<String> orderNo() {
        return Optional.of(orderNo).filter(number -> !number.isEmpty());
    }

    long seed() {
        return seed;
    }
}
