package kr.dochak.database;

/**
 * Why the server must not start as it was set up. Said in two paragraphs without a stack trace: what is wrong, what to do.
 */
public final class StartProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    /**
     * @param what what is wrong, without any secret
     * @param action what the one who starts the server should do
     */
    public StartProblem(String what, String action) {
        super(what);
        this.action = action;
    }

    public String action() {
        return action;
    }
}
