/**
 * Orders from files: read as rows, checked by the same rules as any order, each with what is wrong with it (ORD-1).
 */
@NullMarked
package kr.dochak.orders.imports;

import org.jspecify.annotations.NullMarked;
