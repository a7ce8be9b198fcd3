/**
 * People, staff and malls: who they are, what they may do, and the vault that alone holds personal data. Other modules keep
 * only a person's id.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared :: chance",
            "database",
            "time",
            "changes",
            "settings",
            "api",
            "wire",
            "pages"
        })
package kr.dochak.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
