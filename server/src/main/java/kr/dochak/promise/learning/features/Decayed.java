package kr.dochak.promise.learning.features;

/** An average whose observations count half as much after each half-life. Times are in days. */
public final class Decayed {

    private double weight;
    private double sum;
    private double at;

    /** Takes in an observation. One that comes with an earlier time than the last counts as if it came with the last. */
    public void add(double value, double day, double halfLife) {
        age(day, halfLife);
        weight += 1;
        sum += value;
    }

    /** How many observations stand behind it, each by what is left of it. */
    double weight(double day, double halfLife) {
        return weight * left(day, halfLife);
    }

    /** The average, drawn towards {@code prior} as if that had been seen {@code strength} times. */
    public double mean(double day, double halfLife, double prior, double strength) {
        double left = left(day, halfLife);
        return (sum * left + prior * strength) / (weight * left + strength);
    }

    private void age(double day, double halfLife) {
        double left = left(day, halfLife);
        weight *= left;
        sum *= left;
        at = Math.max(at, day);
    }

    private double left(double day, double halfLife) {
        return day <= at ? 1 : Math.pow(.5, (day - at) / halfLife);
    }
}
