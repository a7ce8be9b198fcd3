package kr.dochak.orders.imports;

/** Which imports a list shows. */
public enum ImportShow {
    /** Still being read. */
    RUNNING,
    /** Something was not taken in, or it stopped, and nobody has said that they know. */
    TROUBLE,
    /** Everything was taken in, or somebody knows what was not. */
    SETTLED
}
