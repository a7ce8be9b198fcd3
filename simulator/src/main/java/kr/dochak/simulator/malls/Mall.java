package kr.dochak.simulator.malls;

import java.util.List;

/** A shop and what it sells from where. */
public enum Mall {
    RAINBOW("rainbow", "무지개상회", "R", 45),
    HANGANG("hangang", "한강마트", "H", 55);

    private final String tenant;
    private final String title;
    private final String prefix;
    private final int share;

    Mall(String tenant, String title, String prefix, int share) {
        this.tenant = tenant;
        this.title = title;
        this.prefix = prefix;
        this.share = share;
    }

    public String tenant() {
        return tenant;
    }

    public String title() {
        return title;
    }

    public String prefix() {
        return prefix;
    }

    /** Of a hundred orders of the whole small Korea. */
    public int share() {
        return share;
    }

    public List<Product> products() {
        return Catalogue.of(this);
    }

    public List<Centre> centres() {
        return this == RAINBOW ? List.of(Centre.ICN1, Centre.DJN1) : List.of(Centre.GPO1, Centre.YSN1);
    }

    public static Mall ofTenant(String tenant) {
        return List.of(values()).stream()
                .filter(mall -> mall.tenant.equals(tenant))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("mall은 rainbow 또는 hangang입니다: " + tenant));
    }
}
