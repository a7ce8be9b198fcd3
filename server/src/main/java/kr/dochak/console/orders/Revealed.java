package kr.dochak.console.orders;

import kr.dochak.identity.vault.PersonalData;
import kr.dochak.identity.vault.Recipient;

/** What a member of staff asked to see with a reason; shown once, kept nowhere. */
public record Revealed(PersonalData person, Recipient recipient, String note) {}
