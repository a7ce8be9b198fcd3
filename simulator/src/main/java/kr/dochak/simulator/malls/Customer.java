package kr.dochak.simulator.malls;

import java.util.List;
import java.util.stream.IntStream;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.Names;
import kr.dochak.simulator.korea.Place;

/** A regular customer. Numbers begin with 010-1, which no operator hands out. */
public record Customer(String id, String name, String phone, String email, Place home, String house, String locale) {

    public static List<Customer> regulars(long seed, int howMany) {
        return IntStream.rangeClosed(1, howMany)
                .mapToObj(number -> regular(seed, number))
                .toList();
    }

    private static Customer regular(long seed, int number) {
        Dice dice = Dice.of(seed, "customer", number);
        Names.Name name = Names.someone(dice);
        String phone = "010-1%03d-%04d".formatted(dice.between(0, 999), (number * 31) % 10_000);
        String email = "%s%d@example.com".formatted(name.latin(), number);
        return new Customer(
                "c-" + number, name.korean(), phone, email, Place.somewhere(dice), house(dice), locale(dice));
    }

    private static String house(Dice dice) {
        return dice.chance(0.6)
                ? "%d동 %d호".formatted(dice.between(101, 118), dice.between(1, 20) * 100 + dice.between(1, 6))
                : "%d호".formatted(dice.between(1, 9) * 100 + dice.between(1, 5));
    }

    private static String locale(Dice dice) {
        return dice.chance(0.03) ? "en" : "ko";
    }

    public int building() {
        return Dice.of(id, "building").between(1, 280);
    }

    public boolean hasPhone(String other) {
        return digits(phone).equals(digits(other));
    }

    public static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }
}
