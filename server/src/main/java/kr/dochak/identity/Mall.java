package kr.dochak.identity;

import java.util.regex.Pattern;
import kr.dochak.shared.MallId;

/** A mall of the company: a tenant. The code is in keys and links, the name is what customers read. */
public record Mall(MallId tenantId, String code, String name) {

    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{2,30}");

    /** Whether a new mall can have this code. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }
}
