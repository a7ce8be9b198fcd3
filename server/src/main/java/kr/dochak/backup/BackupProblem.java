package kr.dochak.backup;

/** Why a backup or a restoring was not done, in a sentence in both languages that says what to do. */
final class BackupProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BackupProblem(String korean, String english) {
        super(korean + " (" + english + ")");
    }
}
