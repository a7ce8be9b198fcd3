/**
 * What carriers and aggregators answer when they are asked: the shapes of their pages and interfaces, and the ways in which
 * they misbehave. Codes that are not documented are made up here, so that a reader meets some it does not know.
 */
@org.jspecify.annotations.NullMarked
package kr.dochak.simulator.inquiry;
