package kr.dochak.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The pages of a controller, or of one of its methods, stand in a {@link Frame}: their templates are given one as
 * {@code frame}, and a parameter of that type is the same. The one of a method goes before the one of its class.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Framed {

    /** The key of the page's title; where it has arguments, the method makes the title with {@link Frame#titled}. */
    String title();

    /** The key of the place in the rail or the tab bar that is marked; without one the page shows no places. */
    String nav() default "";
}
