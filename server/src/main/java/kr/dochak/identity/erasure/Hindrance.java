package kr.dochak.identity.erasure;

/**
 * Something that must end before a person can be erased.
 *
 * @param what the end of a word key, {@code identity.erasure.waits.*}
 */
public record Hindrance(String what, int count) {}
