package kr.dochak.identity.masking;

/** A text that counts how often a sign of it is looked at, so that a test can tell how the work grows. */
public final class CountingText implements CharSequence {

    private final String text;
    private long looks;

    public CountingText(String text) {
        this.text = text;
    }

    public long looks() {
        return looks;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        looks++;
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        looks += end - start;
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        looks += text.length();
        return text;
    }
}
