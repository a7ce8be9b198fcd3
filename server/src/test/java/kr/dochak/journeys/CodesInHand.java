package kr.dochak.journeys;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kr.dochak.identity.CodeSender;
import kr.dochak.shared.MallId;
import kr.dochak.shared.PersonId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** Keeps the one-time codes that customers would receive, so that a browser can log in with them. */
@TestComponent
@Primary
public class CodesInHand implements CodeSender {

    private final BlockingQueue<String> codes = new LinkedBlockingQueue<>();

    @Override
    public void send(MallId tenantId, PersonId personId, String code) {
        codes.add(code);
    }

    /** The code that was sent last, as soon as it is there. */
    public String next() throws InterruptedException {
        String code = codes.poll(10, TimeUnit.SECONDS);
        if (code == null) {
            throw new AssertionError("no code was sent");
        }
        return code;
    }
}
