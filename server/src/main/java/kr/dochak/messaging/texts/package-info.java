/**
 * Texts of notices: templates with their versions, and the words that fill them (MSG-3).
 */
@NamedInterface("texts")
@NullMarked
package kr.dochak.messaging.texts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
