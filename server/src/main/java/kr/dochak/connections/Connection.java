package kr.dochak.connections;

import java.util.List;
import java.util.function.Function;

/**
 * An outside system and what must be filled in to reach it (SET-1). Its words are {@code connections.<key>} and the same with
 * {@code .why}; those of a field are {@code connections.field.<name>}.
 *
 * @param key its name among all, such as {@code nhn}
 * @param read what the filled-in fields mean to the program
 */
public record Connection<T>(String key, Kind kind, List<ConnectionField> fields, Function<Filled, T> read) {

    /** What for. */
    public enum Kind {
        /** Carries messages to customers and staff. */
        SENDER,
        /** Answers about its own parcels. */
        CARRIER,
        /** Answers about the parcels of many carriers. */
        AGGREGATOR,
        /** Publishes warnings of weather and roads. */
        SERVICE
    }

    public Connection {
        fields = List.copyOf(fields);
    }

    /** How a secret may be shown: that there is one, and the end of a long one. */
    public static String masked(String secret) {
        return ConnectionRule.masked(secret);
    }
}
