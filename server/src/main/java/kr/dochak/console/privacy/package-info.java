/** 개인정보: erasures that two of the staff agree on, their certificates, and copies of one person's data. */
@NullMarked
package kr.dochak.console.privacy;

import org.jspecify.annotations.NullMarked;
