package kr.dochak.wire;

/** How far requests of ours may go; beyond the first, somebody who registers an endpoint could talk to our own network. */
public enum AllowedTargets {
    /** HTTPS to addresses of the public internet. */
    PUBLIC,
    /** Also this machine, and there without encryption: for trying things out. */
    LOOPBACK,
    /** Also private networks, for receivers behind the same wall. */
    PRIVATE
}
