package kr.dochak.api;

/**
 * An address that takes files, brought as a bean by the module that answers there; everywhere else a body with files is
 * refused before it is read.
 *
 * @param path without variables, such as {@code /api/v1/orders/import}
 */
public record UploadPlace(String path) {}
