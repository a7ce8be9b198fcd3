package kr.dochak.identity.erasure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.dochak.shared.PersonId;
import org.springframework.stereotype.Component;

/** What must end before somebody can be erased, by what all modules say; the same kinds of all their persons together. */
@Component
class Hindrances {

    private final List<PersonTraces> modules;

    Hindrances(List<PersonTraces> modules) {
        this.modules = modules;
    }

    List<Hindrance> of(List<PersonId> persons) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        persons.forEach(person -> modules.forEach(module ->
                module.hindrances(person).forEach(each -> counts.merge(each.what(), each.count(), Integer::sum))));
        return counts.entrySet().stream()
                .map(each -> new Hindrance(each.getKey(), each.getValue()))
                .toList();
    }
}
