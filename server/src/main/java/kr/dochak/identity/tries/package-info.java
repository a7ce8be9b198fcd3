/**
 * How often somebody may try: who asks is counted before whom they ask for, and a browser that was here before is not held up
 * by strangers.
 */
@NullMarked
package kr.dochak.identity.tries;

import org.jspecify.annotations.NullMarked;
