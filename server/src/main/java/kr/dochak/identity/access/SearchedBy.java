package kr.dochak.identity.access;

import java.util.Optional;

/** By what of theirs somebody was looked up, where that is a thing to be logged. */
public enum SearchedBy {
    PHONE("전화번호로 찾기"),
    LAST_FOUR("전화번호 뒷자리로 찾기"),
    EMAIL("이메일로 찾기");

    private final String what;

    SearchedBy(String korean) {
        this.what = korean;
    }

    /** As the log says it. */
    public String what() {
        return what;
    }

    /** By what a searched text finds people; nothing when only by a name or a number of the mall's. */
    public static Optional<SearchedBy> of(boolean email, boolean phone, boolean lastFour) {
        if (email) {
            return Optional.of(EMAIL);
        }
        if (phone) {
            return Optional.of(PHONE);
        }
        return lastFour ? Optional.of(LAST_FOUR) : Optional.empty();
    }
}
