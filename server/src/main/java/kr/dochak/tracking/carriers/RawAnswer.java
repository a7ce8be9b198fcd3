package kr.dochak.tracking.carriers;

/** What came back over the wire, as it came. */
public record RawAnswer(int status, String body) {}
