package kr.dochak.simulator.malls;

/** Something on the shelf; the popularity is a weight among the mall's goods. */
public record Product(String sku, String name, int price, int popularity) {}
