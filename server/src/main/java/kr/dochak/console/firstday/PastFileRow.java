package kr.dochak.console.firstday;

/** A file that was taken. */
public record PastFileRow(long id, String state) {}
