/** Uploading files of orders, and what became of them. */
@NullMarked
package kr.dochak.console.imports;

import org.jspecify.annotations.NullMarked;
