package kr.dochak.pages;

import java.util.List;

/** What happened to a parcel, newest day first. */
public record Timeline(List<Day> days) {

    /** A day and what happened on it, newest first. */
    public record Day(String title, List<Event> events) {}

    /** One thing that happened, in words; the tone says how it bears on the promise. */
    public record Event(String time, String text, String place, Tone tone) {}
}
