package kr.dochak.identity.doors;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.dochak.identity.StaffMember;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who of staff may listen to which live topic, as the modules say with their {@link LiveDoor}s. */
@Component
public class LiveDoors {

    private static final Pattern TOPIC = Pattern.compile("([a-z-]+)(?::(\\d{1,18}))?");

    private final Map<String, LiveDoor> doors = new HashMap<>();

    LiveDoors(ObjectProvider<LiveDoor> doors) {
        doors.stream().forEach(door -> {
            if (this.doors.put(door.kind(), door) != null) {
                throw new IllegalStateException("two modules say who may listen to the live topic " + door.kind());
            }
        });
    }

    /** Whether this member of staff may hear it; no for every topic that nobody has brought. */
    public boolean mayListen(StaffMember staff, String topic) {
        Matcher named = TOPIC.matcher(topic);
        LiveDoor door = named.matches() ? doors.get(named.group(1)) : null;
        String id = door == null ? null : named.group(2);
        return door != null
                && door.numbered() == (id != null)
                && door.opens().test(staff, id == null ? 0L : Long.parseLong(id));
    }
}
