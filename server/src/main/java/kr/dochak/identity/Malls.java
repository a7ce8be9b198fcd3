package kr.dochak.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The malls (tenants) this installation serves. */
@Component
public class Malls {

    public List<Mall> all() {
        throw new UnsupportedOperationException();
    }

    /** The mall with this id; throws {@link IllegalArgumentException} when there is none, since ids come from our own tables. */
    public Mall byId(long tenantId) {
        throw new UnsupportedOperationException();
    }

    public Optional<Mall> byCode(String code) {
        throw new UnsupportedOperationException();
    }
}
