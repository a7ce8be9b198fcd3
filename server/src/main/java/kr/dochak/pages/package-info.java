/**
 * What every page is made of: its frame, fields, tones, pictures of promises, assets and error pages.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "time", "api"})
package kr.dochak.pages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
