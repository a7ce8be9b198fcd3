package kr.dochak.messaging;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import kr.dochak.identity.CodeSender;
import org.springframework.stereotype.Component;

/** Sends one-time codes for log-in, by the route for codes; they are forgotten after ten minutes. */
@Component
class LoginCodes implements CodeSender {

    private final Notices notices;
    private final InstantSource clock;

    LoginCodes(Notices notices, InstantSource clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void send(long tenantId, long personId, String code) {
        Instant now = clock.instant();
        notices.tell(List.of(NewNotice.ofCare(
                NoticeKind.LOGIN_CODE,
                personId + ":" + now.toEpochMilli(),
                tenantId,
                personId,
                null,
                NoticeFacts.code(code),
                now)));
    }
}
