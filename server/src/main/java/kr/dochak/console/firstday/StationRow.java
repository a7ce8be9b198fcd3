package kr.dochak.console.firstday;

import kr.dochak.pages.Tone;

/** A station on the page: reached, waited for, or still to come. */
public record StationRow(String label, Tone tone, String state) {}
