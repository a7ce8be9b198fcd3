package kr.dochak.benchmarks;

/** Something that must hold, and what was found. */
public record Check(String what, boolean holds, String found) {

    /** Holds when all numbers are the same. */
    public static Check same(String what, long... numbers) {
        boolean same = java.util.Arrays.stream(numbers).distinct().count() <= 1;
        String found = java.util.Arrays.stream(numbers)
                .mapToObj("%,d"::formatted)
                .collect(java.util.stream.Collectors.joining(same ? " = " : " ≠ "));
        return new Check(what, same, found);
    }

    /** Holds when there is none of it. */
    public static Check none(String what, long number) {
        return new Check(what, number == 0, "%,d".formatted(number));
    }

    @Override
    public String toString() {
        return (holds ? "✓ " : "✗ ") + what + ": " + found;
    }
}
