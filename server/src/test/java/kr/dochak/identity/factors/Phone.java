package kr.dochak.identity.factors;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An authenticator app of a test: it reads the secret from the page and makes codes of it. */
public final class Phone {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final Pattern SECRET = Pattern.compile("<code class=\"one-time\">([A-Z2-7 ]+)</code>");

    private final byte[] secret;

    private Phone(byte[] secret) {
        this.secret = secret;
    }

    /** One that read the secret of the page of enrolment. */
    public static Phone reading(String page) {
        Matcher found = SECRET.matcher(page);
        if (!found.find()) {
            throw new AssertionError("no secret on the page");
        }
        return new Phone(bytes(found.group(1).replace(" ", "")));
    }

    /** What it shows at a moment. */
    public String code(Instant at) {
        return Totp.code(secret, Totp.step(at), Totp.DIGITS);
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter : text.toCharArray()) {
            held = held << 5 | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits & 0xff);
            }
        }
        return bytes.toByteArray();
    }
}
