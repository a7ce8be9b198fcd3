package kr.dochak.api;

import java.io.IOException;

/** The body turned out to be too large while it was read. */
public final class BodyTooLarge extends IOException {

    public BodyTooLarge(long most) {
        super("body over " + most + " bytes");
    }
}
