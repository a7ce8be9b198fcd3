/** Talking to the server: its clock, ordered calls that are never lost, and a ledger of what it acknowledged. */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.wire;
