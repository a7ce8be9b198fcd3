/**
 * How long parcels stay at hubs and terminals: counted once a day from the scans there, and asked by pages (INS-1).
 */
@NullMarked
@NamedInterface("hubs")
package kr.dochak.tracking.hubs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
