package kr.dochak.tracking.carriers;

import java.util.Optional;
import java.util.regex.Pattern;
import kr.dochak.tracking.carriers.CarrierAnswer.Broken;
import kr.dochak.tracking.carriers.CarrierAnswer.Refused;
import kr.dochak.tracking.carriers.CarrierAnswer.Why;

/** What can be known of an answer before its content is read: who refuses us, and what is no answer at all. */
final class Wire {

    private static final Pattern BLOCKED = Pattern.compile(
            "access denied|request blocked|captcha|보안\\s?문자|비정상적인 접근|접근이 차단|접속이 차단|차단되었", Pattern.CASE_INSENSITIVE);
    private static final Pattern BUSY = Pattern.compile(
            "잠시\\s?후\\s?(에\\s?)?다시|몇 분 (뒤|후)|접속\\s?대기|서비스\\s?대기|접속자가 많|이용자가 많|try again in a few minutes|too many requests",
            Pattern.CASE_INSENSITIVE);
    private static final int AS_LONG_AS_A_NOTICE = 20_000;

    private Wire() {}

    /** Why this is no answer about a parcel; empty when it may be one. */
    static Optional<CarrierAnswer> refusal(RawAnswer raw) {
        int status = raw.status();
        if (status == 429 || status == 503) {
            return refused(Why.BUSY, "http-" + status);
        }
        if (status == 401) {
            return refused(Why.KEY, "http-401");
        }
        if (status == 403 || status == 451) {
            return refused(Why.BLOCKED, "http-" + status);
        }
        if (status < 200 || status >= 300) {
            return Optional.of(new Broken("http-" + status));
        }
        if (raw.body().isBlank()) {
            return Optional.of(new Broken("empty"));
        }
        return Optional.empty();
    }

    /** A notice page in place of an answer. Asked only when the answer was not found in it. */
    static CarrierAnswer notice(String body, String otherwise) {
        if (body.length() > AS_LONG_AS_A_NOTICE) {
            return new Broken(otherwise);
        }
        if (BLOCKED.matcher(body).find()) {
            return new Refused(Why.BLOCKED, "notice");
        }
        return BUSY.matcher(body).find() ? new Refused(Why.BUSY, "notice") : new Broken(otherwise);
    }

    private static Optional<CarrierAnswer> refused(Why why, String what) {
        return Optional.of(new Refused(why, what));
    }
}
