package kr.dochak.portal.account;

import kr.dochak.pages.Tone;
import org.jspecify.annotations.Nullable;

/** A message in the list of messages. */
public record InboxLine(
        String title, String body, String when, @Nullable String href, String icon, Tone tone) {}
