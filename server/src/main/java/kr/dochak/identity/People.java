package kr.dochak.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The vault of personal data (IDN-2): encrypted for each person, found by blind index, every reveal by staff logged. */
@Component
public class People {

    /** Finds each customer by the mall's id, or takes them in; answers the person ids in the same order. */
    public List<Long> enrol(long tenantId, List<PersonalData> people) {
        throw new UnsupportedOperationException();
    }

    /** Keeps recipients under their customers' keys; answers the record ids in the same order. */
    public List<Long> keepRecipients(List<Long> personIds, List<Recipient> recipients) {
        throw new UnsupportedOperationException();
    }

    /** The people in the clear, for the product's own work such as sending a message; erased ones are missing. */
    public Map<Long, PersonalData> open(Collection<Long> personIds) {
        throw new UnsupportedOperationException();
    }

    /** Recipients in the clear, by record id; erased ones are missing. */
    public Map<Long, Recipient> openRecipients(Collection<Long> recipientIds) {
        throw new UnsupportedOperationException();
    }

    /** Masked names for lists that staff see: {@code 김*민}; by person id. */
    public Map<Long, String> maskedNames(Collection<Long> personIds) {
        throw new UnsupportedOperationException();
    }

    /** People of a mall whose name, full phone, last four digits, e-mail or mall id is exactly this; at most 50. */
    public List<Long> search(long tenantId, String text) {
        throw new UnsupportedOperationException();
    }

    /** The person with this phone or e-mail, for log-in by one-time code; the newest when there are several. */
    public Optional<Long> byContact(long tenantId, String phoneOrEmail) {
        throw new UnsupportedOperationException();
    }

    /** One person in the clear for staff: needs a reason and leaves a log row the person can see. */
    public PersonalData reveal(long personId, StaffMember staff, String reason) {
        throw new UnsupportedOperationException();
    }
}
