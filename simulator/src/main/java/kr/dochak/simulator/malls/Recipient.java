package kr.dochak.simulator.malls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.simulator.korea.Dice;
import kr.dochak.simulator.korea.Place;
import org.jspecify.annotations.Nullable;

/** Where an order goes and what the courier is asked to do. */
public record Recipient(
        String name,
        String phone,
        Place place,
        int building,
        String house,
        String leaveAt,
        @Nullable String note) {

    private static final List<String> PLACES = List.of("DOOR", "DOOR", "DOOR", "DOOR", "SECURITY", "LOCKER", "HAND");
    private static final List<String> NOTES =
            List.of("벨 누르지 말아 주세요", "도착하면 문자 주세요", "아기가 자고 있어요", "공동현관 비밀번호는 문자로 드릴게요");

    static Recipient of(Customer customer, Dice dice) {
        String note = dice.chance(0.3) ? dice.pick(NOTES) : null;
        return new Recipient(
                customer.name(),
                customer.phone(),
                customer.home(),
                customer.building(),
                customer.house(),
                dice.pick(PLACES),
                note);
    }

    Recipient at(String otherHouse, String otherNote) {
        return new Recipient(name, phone, place, building, otherHouse, leaveAt, otherNote);
    }

    Map<String, Object> json() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("place", leaveAt);
        if (note != null) {
            request.put("note", note);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("phone", phone);
        json.put("postcode", place.postcode());
        json.put("address1", place.road() + " " + building);
        json.put("address2", house);
        json.put("request", request);
        return json;
    }
}
