/** Customers who open links and write inquiries. */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.people;
