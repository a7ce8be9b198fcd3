/** A small Korea over HTTP, for demonstrations and tests of Dochak. */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator;
