package kr.dochak.console;

import kr.dochak.identity.PersonalData;
import kr.dochak.identity.Recipient;

/** What a member of staff asked to see with a reason; shown once, kept nowhere. */
public record Revealed(PersonalData person, Recipient recipient) {}
