/** How each mall reaches its customers, how often, and which times its messages promise. */
@NullMarked
package kr.dochak.messaging.policy;

import org.jspecify.annotations.NullMarked;
