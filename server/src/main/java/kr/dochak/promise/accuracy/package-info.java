/**
 * How well windows hold (PRM-2): counted once a day for every group, watched for drift, and asked by pages. It counts what
 * customers were shown, never what we would expect today.
 */
@NullMarked
@NamedInterface("accuracy")
package kr.dochak.promise.accuracy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
