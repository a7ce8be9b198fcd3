/**
 * 연결: the keys and switches of outside systems.
 */
@NullMarked
package kr.dochak.console.connections;

import org.jspecify.annotations.NullMarked;
