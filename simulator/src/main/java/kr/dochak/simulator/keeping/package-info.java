/** The small Korea on disk, so that a stopped one goes on where it was. */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.keeping;
