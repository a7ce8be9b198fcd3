package kr.dochak.console.firstday;

import kr.dochak.messaging.ChannelName;
import kr.dochak.pages.Tone;

/**
 * A channel as the page shows it.
 *
 * @param waits whether a message was taken whose digits are not typed in yet
 */
public record SenderRow(
        ChannelName channel, String label, boolean on, boolean phone, boolean waits, Tone tone, String state) {}
