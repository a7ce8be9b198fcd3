/**
 * Trained models of windows: their life, their trial before they are used, and what is learned from (PRM-5).
 */
@NullMarked
@NamedInterface("models")
package kr.dochak.promise.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
