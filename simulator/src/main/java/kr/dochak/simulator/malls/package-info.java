/** Two malls with their goods, customers, centres and orders. */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.malls;
