/**
 * The change log (ASR-5): every act of staff and every change of a setting is one row, chained so that nobody changes one unseen.
 * Modules note what they know of a change; who acts and from where is known of the request.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database", "time"})
package kr.dochak.changes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
