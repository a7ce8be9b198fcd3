package kr.dochak.promise.models;

import kr.dochak.identity.StaffMember;

/** Who wants a model to be learned or used (PRM-5). */
public sealed interface AskedBy {

    /** As the record of uses has it. */
    String recorded();

    /** One of the staff. */
    record Staff(long id) implements AskedBy {
        @Override
        public String recorded() {
            return "staff " + id;
        }
    }

    /** No person, such as the training of each night. */
    record Program(String name) implements AskedBy {
        @Override
        public String recorded() {
            return name;
        }
    }

    static AskedBy of(StaffMember staff) {
        return new Staff(staff.id());
    }
}
