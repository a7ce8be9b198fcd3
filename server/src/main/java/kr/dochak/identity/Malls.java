package kr.dochak.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.dochak.shared.MallId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The malls (tenants) this installation serves. */
@Component
public class Malls {

    private final MallRepository repository;
    /** Malls are few and never go away; one that is missing here is looked up again. */
    private volatile Map<MallId, Mall> seen = Map.of();

    Malls(MallRepository repository) {
        this.repository = repository;
    }

    /** A mall that begins now; one that is there stays as it is. */
    public void add(String code, String name, Instant at) {
        repository.add(code, name, at);
    }

    public List<Mall> all() {
        List<Mall> malls = repository.all();
        seen = malls.stream().collect(Collectors.toUnmodifiableMap(Mall::tenantId, Function.identity()));
        return malls;
    }

    /**
     * The mall with this id; throws {@link IllegalArgumentException} when there is none, since ids come from our own tables.
     */
    public Mall byId(MallId tenantId) {
        Mall known = seen.get(tenantId);
        return known != null
                ? known
                : all().stream()
                        .filter(mall -> mall.tenantId().equals(tenantId))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no mall " + tenantId));
    }

    public Optional<Mall> byCode(@Nullable String code) {
        Optional<Mall> known =
                seen.values().stream().filter(mall -> mall.code().equals(code)).findFirst();
        return known.isPresent()
                ? known
                : all().stream().filter(mall -> mall.code().equals(code)).findFirst();
    }
}
