/**
 * Texts of notices: templates with their versions, and the words that fill them (MSG-3).
 */
@NullMarked
package kr.dochak.messaging.texts;

import org.jspecify.annotations.NullMarked;
