package kr.dochak.portal.request;

import java.util.List;
import kr.dochak.orders.DeliveryRequest;
import kr.dochak.orders.DeliveryRequest.Place;
import kr.dochak.pages.Field;
import kr.dochak.shared.OrderId;
import kr.dochak.shared.Words;

/**
 * The form with which a customer changes day, place and note.
 *
 * @param closed why nothing can be changed and what can be done instead; empty while the form is open
 * @param dayError what is wrong with the day; empty when it is fine
 */
public record RequestForm(
        OrderId orderId,
        String day,
        String place,
        Field note,
        List<Day> days,
        String closed,
        String dayError,
        String placeError) {

    /** The longest note to the driver, in characters; the database keeps no longer one. */
    static final int LONGEST_NOTE = 200;

    /**
     * A day to choose: what its chip says, and what choosing it does to the promise.
     *
     * @param chance how likely the parcel can be there by then, in words; empty where nobody knows
     */
    public record Day(String value, String name, String date, String chance, String effect) {}

    static RequestForm open(OrderId orderId, DeliveryRequest request, List<Day> days, Words words) {
        String day = request.day() == null ? "" : request.day().toString();
        boolean offered = days.stream().anyMatch(each -> each.value().equals(day));
        return new RequestForm(
                orderId, offered ? day : "", request.place().name(), note(request.note(), words), days, "", "", "");
    }

    static RequestForm closed(OrderId orderId, DeliveryRequest request, String why, Words words) {
        return new RequestForm(
                orderId,
                "",
                request.place().name(),
                note(request.note(), words),
                List.of(),
                words.word("portal.request.closed." + why),
                "",
                "");
    }

    private static Field note(String text, Words words) {
        return Field.text("note", words.word("portal.request.note"), text).help(words.word("portal.request.note.help"));
    }

    /** The form as it was sent, with what is wrong beside each field. */
    RequestForm sent(String newDay, String newPlace, String newNote, Words words) {
        boolean known = days.stream().anyMatch(each -> each.value().equals(newDay));
        boolean placed =
                List.of(Place.values()).stream().anyMatch(each -> each.name().equals(newPlace));
        int length = newNote.strip().length();
        return new RequestForm(
                orderId,
                newDay,
                newPlace,
                note(newNote, words)
                        .error(
                                length > LONGEST_NOTE
                                        ? words.word("portal.request.note.long", LONGEST_NOTE, length)
                                        : ""),
                days,
                closed,
                known ? "" : words.word("portal.request.day.wrong"),
                placed ? "" : words.word("portal.request.place.wrong"));
    }

    public boolean fine() {
        return closed.isEmpty()
                && dayError.isEmpty()
                && placeError.isEmpty()
                && note.error().isEmpty();
    }

    /** The fields that are wrong, for the summary above the form. */
    public List<Field> fields(Words words) {
        return List.of(
                Field.text("day", words.word("portal.request.day"), day).error(dayError),
                Field.text("place", words.word("portal.request.place"), place).error(placeError),
                note);
    }
}
