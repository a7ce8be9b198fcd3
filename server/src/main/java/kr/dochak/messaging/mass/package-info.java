/**
 * One notice to the customers of many orders: written, agreed to by others, and told in batches, to nobody twice (MSG-2, MSG-8, MSG-9).
 */
@NamedInterface("mass")
@NullMarked
package kr.dochak.messaging.mass;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
