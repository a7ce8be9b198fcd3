package kr.dochak.console.firstday;

/** A message of the order: on which ways it went, and how far it is there. */
public record ToldRow(String title, String ways) {}
