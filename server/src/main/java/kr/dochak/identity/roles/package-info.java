/**
 * Roles as sets of rights: what each may do here, who loses what when one changes, and who agreed.
 */
@NullMarked
@NamedInterface("roles")
package kr.dochak.identity.roles;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
