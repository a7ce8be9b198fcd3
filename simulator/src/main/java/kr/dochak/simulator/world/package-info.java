/** The agenda of the small Korea and everybody's part in it. */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.world;
