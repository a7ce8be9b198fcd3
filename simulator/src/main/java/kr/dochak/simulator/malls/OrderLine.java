package kr.dochak.simulator.malls;

import java.util.Map;

/** One line of a basket. */
public record OrderLine(int line, Product product, int quantity) {

    public int amount() {
        return product.price() * quantity;
    }

    Map<String, Object> json() {
        return Map.of(
                "line", line,
                "sku", product.sku(),
                "name", product.name(),
                "quantity", quantity,
                "unitPrice", product.price());
    }
}
