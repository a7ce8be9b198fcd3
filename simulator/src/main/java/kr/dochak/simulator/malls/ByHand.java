package kr.dochak.simulator.malls;

import java.util.List;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.Place;
import org.jspecify.annotations.Nullable;

/** What somebody at the control page asks of an order; everything may be left open. */
public record ByHand(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String postcode,
        @Nullable Carrier carrier,
        @Nullable Slot slot) {

    /** The regular with that phone or e-mail, else somebody new, else the first regular on the mainland. */
    Customer customer(List<Customer> regulars, long seed) {
        Customer known =
                regulars.stream().filter(this::isMeant).findFirst().orElseGet(() -> mainlander(regulars, seed));
        return new Customer(
                isMeant(known) ? known.id() : newId(known),
                or(name, known.name()),
                or(phone, known.phone()),
                or(email, known.email()),
                postcode == null ? known.home() : Place.ofPostcode(postcode),
                known.house(),
                known.locale());
    }

    private boolean isMeant(Customer customer) {
        return (phone != null && customer.hasPhone(phone))
                || (email != null && customer.email().equals(email));
    }

    private String newId(Customer base) {
        if (phone != null) {
            return "c-" + Customer.digits(phone);
        }
        return email == null ? base.id() : "c-" + Math.floorMod(email.hashCode(), 1_000_000);
    }

    private static Customer mainlander(List<Customer> regulars, long seed) {
        List<Customer> mainland = regulars.stream()
                .filter(customer -> customer.home().ferryDays() == 0)
                .toList();
        return Dice.of(seed, "by hand").pick(mainland);
    }

    private static String or(@Nullable String wanted, String otherwise) {
        return wanted == null || wanted.isBlank() ? otherwise : wanted;
    }
}
