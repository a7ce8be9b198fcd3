package kr.dochak.backup.moving;

/** Why nothing was moved, in a sentence in both languages that says what to do. */
final class MoveProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MoveProblem(String korean, String english) {
        super(korean + " (" + english + ")");
    }
}
