/**
 * Questions to us and our answers.
 */
@NullMarked
package kr.dochak.portal.help;

import org.jspecify.annotations.NullMarked;
