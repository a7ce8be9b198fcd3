package kr.dochak.changes;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.dochak.shared.Hash;

/** A place in the chain of the log: each row's SHA-256 covers the hash before it, its place and all its content. */
record ChainLink(long place, String hash) {

    static final ChainLink START = new ChainLink(0, "0".repeat(64));

    ChainLink next(ChangeRow row) {
        long following = place + 1;
        return new ChainLink(following, Hash.hex(hash + canonical(following, row)));
    }

    /** Every field with its length before it, so that no two contents read the same. */
    private static String canonical(long place, ChangeRow row) {
        Actor by = row.by();
        Stream<Object> head = Stream.of(
                place,
                row.id(),
                row.at(),
                by.mall(),
                row.house(),
                Objects.toString(by.staffId(), ""),
                by.name(),
                by.roles(),
                by.address(),
                Objects.toString(by.request(), ""),
                row.what(),
                row.outcome(),
                row.kind(),
                row.object(),
                row.reason(),
                row.fields().size());
        Stream<Object> fields =
                row.fields().stream().flatMap(each -> Stream.of(each.name(), each.before(), each.after()));
        return Stream.concat(head, fields)
                .map(Object::toString)
                .map(text -> text.length() + ":" + text)
                .collect(Collectors.joining());
    }
}
