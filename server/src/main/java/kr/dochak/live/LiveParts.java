package kr.dochak.live;

import java.util.Collection;

/**
 * Topics that belong to a topic of another module: who listens to it hears them as well. A module brings one as a bean, so
 * that neither the owner of the topic nor a page must know of it.
 */
public interface LiveParts {

    /** The kind of the topics that have such parts: what stands before the colon. */
    String kind();

    /** The parts of one topic as they are now; they are asked for again whenever the topic itself is touched. */
    Collection<String> parts(long id);
}
