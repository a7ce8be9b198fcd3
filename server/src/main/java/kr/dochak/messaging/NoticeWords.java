package kr.dochak.messaging;

import java.util.Collection;
import java.util.List;

/** Puts notices into words for whoever reads them here; where the texts come from is not the reader's business. */
public interface NoticeWords {

    /** For the inbox, in the order of the notices: no greeting, no link, no name. */
    List<Text> forInbox(Collection<NoticeRow> notices, String language);

    /** A text ready to be read. */
    record Text(String title, String body) {}
}
