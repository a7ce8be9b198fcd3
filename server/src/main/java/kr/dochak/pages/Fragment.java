package kr.dochak.pages;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a page asks for again while it is open. Opened by itself, such as from a bookmark, it would be a bare piece without
 * its frame, so whoever is not the page is sent to the page.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Fragment {

    /** The address of the page it belongs to; it may name variables of the fragment's own address, {@code /orders/{id}}. */
    String of();
}
