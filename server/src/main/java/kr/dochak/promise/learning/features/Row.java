package kr.dochak.promise.learning.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The feature values of one prediction, in an order that is the same for every row of a stage. */
public final class Row {

    private float[] values = new float[128];
    private int size;
    private final List<String> names;
    private final boolean naming;

    private Row(boolean naming) {
        this.naming = naming;
        this.names = naming ? new ArrayList<>() : List.of();
    }

    public static Row unnamed() {
        return new Row(false);
    }

    static Row named() {
        return new Row(true);
    }

    void put(String name, double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = (float) value;
        if (naming) {
            names.add(name);
        }
    }

    public float[] values() {
        return Arrays.copyOf(values, size);
    }

    List<String> names() {
        return names;
    }
}
