package kr.dochak.simulator.korea;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** Chance that repeats: the same key always throws the same numbers. */
public final class Dice {

    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    public static Dice of(Object... key) {
        long hash = 0xcbf29ce484222325L;
        for (Object part : key) {
            for (char letter : String.valueOf(part).toCharArray()) {
                hash = (hash ^ letter) * 0x100000001b3L;
            }
            hash = (hash ^ 0x1f) * 0x100000001b3L;
        }
        return new Dice(hash);
    }

    public int between(int least, int most) {
        return most <= least ? least : random.nextInt(least, most + 1);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public double fraction() {
        return random.nextDouble();
    }

    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    public <T> T weighted(List<T> choices, ToIntFunction<T> weight) {
        int throwAt = random.nextInt(choices.stream().mapToInt(weight).sum());
        for (T choice : choices) {
            throwAt -= weight.applyAsInt(choice);
            if (throwAt < 0) {
                return choice;
            }
        }
        return choices.getLast();
    }
}
