package kr.dochak.orders.imports;

/** One reason why an order of a file was not taken in, and the line of the file where it is. */
public record ImportError(long errorId, long line, String orderNo, String field, String code, String detail) {}
