package kr.dochak.orders.imports;

/**
 * What a mall calls the state of an order, and what it is for us.
 *
 * @param kind which column says it: {@code order}, {@code cancel}, {@code payment}, {@code claim} or {@code kind}
 * @param state {@code PAID}, {@code UNPAID}, {@code HELD}, {@code DONE}, {@code CANCELLED} or {@code NONE}
 * @param source whose word it is, where it is known
 */
public record StateWord(String kind, String word, String state, String source) {}
