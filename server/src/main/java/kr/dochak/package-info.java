/** Dochak (도착). Each direct sub-package is one business module; ARCHITECTURE.md is the map. */
@NullMarked
package kr.dochak;

import org.jspecify.annotations.NullMarked;
