/** The message vendors as the server sees them: Alimtalk, SMS and a mailbox. */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.vendors;
