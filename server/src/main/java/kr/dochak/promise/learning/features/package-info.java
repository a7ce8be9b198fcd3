/**
 * What a delivery under way is described by, from what became known before.
 */
@NullMarked
package kr.dochak.promise.learning.features;

import org.jspecify.annotations.NullMarked;
