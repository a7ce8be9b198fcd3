package kr.dochak;

/** The API keys of the tests' world, for {@code Authorization: Bearer …}. */
public final class TestKeys {

    public static final String RAINBOW = "key-of-rainbow-in-tests";
    public static final String HANGANG = "key-of-hangang-in-tests";
    public static final String CARRIER = "key-of-carriers-in-tests";
    public static final String HANJIN = "key-of-hanjin-in-tests";
    public static final String ADMIN = "key-of-the-admin-in-tests";

    private TestKeys() {}
}
