package kr.dochak.portal.request;

/** What was wished for before, to be wished for again. */
public record Undo(String day, String place, String note) {}
