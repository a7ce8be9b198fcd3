package kr.dochak.simulator.inquiry;

import java.util.List;
import kr.dochak.simulator.carriers.Books;
import kr.dochak.simulator.carriers.Carrier;
import kr.dochak.simulator.carriers.Parcel;
import kr.dochak.simulator.carriers.Scan;

/** What a carrier tells about one number: names already masked, as the real ones do. */
record Told(
        Carrier carrier, String number, String sender, String recipient, String area, String item, List<Scan> scans) {

    static Told of(Books.Entry entry) {
        Parcel parcel = entry.parcel();
        return new Told(
                parcel.carrier(),
                parcel.trackingNumber(),
                masked(parcel.order().mall().title()),
                masked(parcel.order().recipient().name()),
                parcel.order().recipient().place().area(),
                parcel.order().basket().lines().getFirst().product().name(),
                entry.scans());
    }

    Told with(List<Scan> other) {
        return new Told(carrier, number, sender, recipient, area, item, other);
    }

    /** {@code 김지민} becomes {@code 김*민}, {@code 김민} becomes {@code 김*}. */
    static String masked(String name) {
        if (name.length() < 2) {
            return name;
        }
        return name.length() == 2
                ? name.charAt(0) + "*"
                : name.charAt(0) + "*".repeat(name.length() - 2) + name.charAt(name.length() - 1);
    }
}
