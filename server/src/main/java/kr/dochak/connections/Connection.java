package kr.dochak.connections;

import java.util.List;
import java.util.function.Function;
import kr.dochak.shared.Carrier;
import kr.dochak.shared.CarrierId;
import kr.dochak.shared.Words;

/**
 * An outside system and what must be filled in to reach it (SET-1). Its words are {@code connections.<key>} and the same with
 * {@code .why}, or those of its kind with the name of its carrier; those of a field are {@code connections.field.<name>}.
 *
 * @param key its name among all, such as {@code nhn}
 * @param about the carrier of whom there is one such connection each; empty where it is one of its own
 * @param read what the filled-in fields mean to the program
 */
public record Connection<T>(
        String key, Kind kind, String about, List<ConnectionField> fields, Function<Filled, T> read) {

    /** What for. */
    public enum Kind {
        /** Carries messages to customers and staff. */
        SENDER,
        /** Answers about its own parcels. */
        CARRIER,
        /** Answers about the parcels of many carriers. */
        AGGREGATOR,
        /** Publishes warnings of weather and roads. */
        SERVICE,
        /** Sends its events itself, signed. */
        PUSH
    }

    /** How keys of connections begin by which carriers send their events. */
    public static final String PUSHED = "push-";

    public Connection {
        fields = List.copyOf(fields);
    }

    /** One of its own. */
    public Connection(String key, Kind kind, List<ConnectionField> fields, Function<Filled, T> read) {
        this(key, kind, "", fields, read);
    }

    /** What people call it. */
    public String name(Words words) {
        return word("", words);
    }

    /** What it is for. */
    public String why(Words words) {
        return word(".why", words);
    }

    private String word(String end, Words words) {
        return about.isEmpty()
                ? words.word("connections." + key + end)
                : words.word("connections.of." + kind + end, Carrier.nameOf(new CarrierId(about), words.locale()));
    }

    /** How a secret may be shown: that there is one, and the end of a long one. */
    public static String masked(String secret) {
        return ConnectionRule.masked(secret);
    }
}
