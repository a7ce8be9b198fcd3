package kr.dochak.console.firstday;

import kr.dochak.pages.Tone;

/** One of the last. */
public record TrialRow(long id, String orderNo, Tone tone, String state) {}
