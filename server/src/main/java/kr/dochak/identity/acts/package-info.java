/** What staff do: each act by its door goes into the change log, and log-ins and refusals are read beside it (ASR-5). */
@NullMarked
@NamedInterface("acts")
package kr.dochak.identity.acts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
