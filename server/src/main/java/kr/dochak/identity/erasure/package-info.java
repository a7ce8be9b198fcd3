/**
 * The register of personal data, and how a person leaves: erasure, what law keeps apart from it, and a copy of everything
 * for the person (IDN-3). Other modules bring their part as {@link kr.dochak.identity.erasure.PersonTraces}.
 */
@NullMarked
@NamedInterface("erasure")
package kr.dochak.identity.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
