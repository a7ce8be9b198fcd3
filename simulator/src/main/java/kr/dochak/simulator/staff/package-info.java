/** The malls' own people at the server's console, who work at their pace in their hours. */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.staff;
