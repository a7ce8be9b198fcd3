/**
 * What a message is about, and words for an answer (CAR-3, CAR-6).
 */
@NullMarked
@NamedInterface("answers")
package kr.dochak.care.answers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
