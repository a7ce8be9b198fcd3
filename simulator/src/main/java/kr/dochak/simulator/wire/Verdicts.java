package kr.dochak.simulator.wire;

import java.util.ArrayList;
import java.util.List;
import kr.dochak.simulator.wire.Call.Kind;
import kr.dochak.simulator.wire.Call.Verdict;
import tools.jackson.databind.JsonNode;

/** Reads the server's answer to some calls sent together as one verdict for each. */
final class Verdicts {

    private Verdicts() {}

    static List<Verdict> of(List<Call> calls, ServerApi.Answer answer) {
        if (!answer.isOk()) {
            return calls.stream().map(call -> failed(answer)).toList();
        }
        JsonNode body = Json.read(answer.body());
        if (calls.getFirst().kind() == Kind.SCAN) {
            return scans(calls.size(), body);
        }
        return calls.size() == 1 ? List.of(Verdict.KNOWN) : batch(calls, body);
    }

    /** Not reached, not let in, too busy or broken: again. Only a refusal on the merits is final. */
    private static Verdict failed(ServerApi.Answer answer) {
        int status = answer.status();
        boolean merits = status >= 400
                && status < 500
                && !List.of(401, 403, 408, 425, 429).contains(status);
        boolean clocksDiffer = answer.body().contains("\"future\"");
        String detail = status + " " + answer.body();
        return merits && !clocksDiffer ? Verdict.refused(detail) : Verdict.again(detail);
    }

    private static List<Verdict> scans(int many, JsonNode body) {
        List<Verdict> verdicts = new ArrayList<>(java.util.Collections.nCopies(many, Verdict.KNOWN));
        for (JsonNode rejected : body.path("rejected")) {
            int index = rejected.path("index").asInt(-1);
            if (index >= 0 && index < many) {
                verdicts.set(index, rejection(rejected, rejected.path("code").asString("")));
            }
        }
        return verdicts;
    }

    /** Results come in the order of the request; one that is missing was not acknowledged. */
    private static List<Verdict> batch(List<Call> calls, JsonNode body) {
        JsonNode results = body.path("results");
        List<Verdict> verdicts = new ArrayList<>();
        for (int n = 0; n < calls.size(); n++) {
            JsonNode result = results.path(n);
            boolean rejected = result.path("outcome").asString("").equals("rejected");
            verdicts.add(rejected ? rejection(result, codes(result)) : known(result));
        }
        return verdicts;
    }

    private static Verdict known(JsonNode result) {
        return result.isObject() ? Verdict.KNOWN : Verdict.again("no result for this item");
    }

    private static Verdict rejection(JsonNode rejected, String codes) {
        String detail = rejected.toString();
        return codes.contains("future") ? Verdict.again(detail) : Verdict.refused(detail);
    }

    private static String codes(JsonNode result) {
        return String.join(" ", result.path("problem").path("errors").findValuesAsString("code"));
    }
}
