/**
 * Staff log in at their company's provider (OpenID Connect): the way there and back, and who that is here (IDN-1).
 */
@NullMarked
package kr.dochak.identity.oidc;

import org.jspecify.annotations.NullMarked;
