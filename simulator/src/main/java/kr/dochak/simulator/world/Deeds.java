package kr.dochak.simulator.world;

import kr.dochak.simulator.areas.Peril;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Hub;
import kr.dochak.simulator.malls.ByHand;
import kr.dochak.simulator.malls.Mall;

/** Does again, at its moment, what was done by hand. */
final class Deeds {

    private Deeds() {}

    static void again(World world, Deed deed) {
        world.runUntil(deed.at());
        switch (deed.act()) {
            case "place" -> world.place(Mall.valueOf(of(deed, "mall")), wish(deed), is(deed, "calm"), is(deed, "held"));
            case "shipNow" -> world.shipNow(of(deed, "orderNo"));
            case "advance" -> world.job(of(deed, "orderNo")).ifPresent(world::advance);
            case "cancel" -> world.cancel(of(deed, "orderNo"), of(deed, "reason"));
            case "jam" -> world.jam(Hub.valueOf(of(deed, "hub")), number(deed, "hours"));
            case "silence" -> world.silence(Carrier.valueOf(of(deed, "carrier")), number(deed, "hours"));
            case "slow" -> world.slow(Carrier.valueOf(of(deed, "carrier")), number(deed, "share"));
            case "storm" -> storm(world, deed);
            case "pauseOrders" -> world.pauseOrders(is(deed, "pause"));
            case "accident" ->
                world.find(null, of(deed, "trackingNumber"))
                        .ifPresent(parcel -> world.accident(parcel, of(deed, "reason"), is(deed, "quietly")));
            default -> throw new IllegalArgumentException("nobody knows how to do again: " + deed.act());
        }
    }

    private static void storm(World world, Deed deed) {
        Peril peril = Peril.valueOf(of(deed, "peril"));
        world.storm(of(deed, "area"), peril, is(deed, "grave"), number(deed, "startsIn"), number(deed, "hours"));
    }

    private static ByHand wish(Deed deed) {
        String carrier = deed.with().get("carrier");
        return new ByHand(
                deed.with().get("name"),
                deed.with().get("phone"),
                deed.with().get("email"),
                deed.with().get("postcode"),
                carrier == null ? null : Carrier.valueOf(carrier),
                null);
    }

    private static String of(Deed deed, String name) {
        return deed.with().getOrDefault(name, "");
    }

    private static boolean is(Deed deed, String name) {
        return Boolean.parseBoolean(of(deed, name));
    }

    private static double number(Deed deed, String name) {
        return Double.parseDouble(of(deed, name));
    }
}
