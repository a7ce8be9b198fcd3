/**
 * Orders from files: read as rows, checked by the same rules as any order, each with what is wrong with it (ORD-1).
 */
@NullMarked
@NamedInterface("imports")
package kr.dochak.orders.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
