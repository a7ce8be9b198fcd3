package kr.dochak.simulator.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import kr.dochak.simulator.wire.Call.Outcome;
import kr.dochak.simulator.wire.Call.Verdict;

/** One sender's calls in their order: the first is repeated with patience until the server has an opinion on it. */
public final class Outbox {

    private static final int LONGEST_PAUSE_MILLIS = 5_000;

    private final String name;
    private final String key;
    private final ServerApi server;
    private final Ledger ledger;
    private final Deque<Call> waiting = new ArrayDeque<>();
    private int failures;

    public Outbox(String name, String key, ServerApi server, Ledger ledger) {
        this.name = name;
        this.key = key;
        this.server = server;
        this.ledger = ledger;
    }

    public void start() {
        Thread.ofVirtual().name("outbox-" + name).start(this::sendForEver);
    }

    public String name() {
        return name;
    }

    /** Calls given together leave together. */
    public synchronized void add(List<Call> calls) {
        waiting.addAll(calls);
        notifyAll();
    }

    /** Comes back when the server has an opinion on everything that was added. */
    public synchronized void awaitEmpty() {
        try {
            while (!waiting.isEmpty()) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public synchronized int size() {
        return waiting.size();
    }

    private void sendForEver() {
        try {
            while (true) {
                sendSome(nextRun());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The calls at the head that may share one request. */
    private synchronized List<Call> nextRun() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        List<Call> run = new ArrayList<>();
        Call.Kind kind = waiting.getFirst().kind();
        for (Call call : waiting) {
            if (call.kind() != kind || run.size() == kind.most()) {
                break;
            }
            run.add(call);
        }
        return run;
    }

    private void sendSome(List<Call> run) throws InterruptedException {
        ServerApi.Answer answer = post(run);
        List<Verdict> verdicts = Verdicts.of(run, answer);
        settle(run, verdicts);
        if (verdicts.stream().anyMatch(verdict -> verdict.outcome() == Outcome.AGAIN)) {
            Thread.sleep(pause(answer.retryAfterSeconds()));
        } else {
            failures = 0;
        }
    }

    private ServerApi.Answer post(List<Call> run) {
        Call first = run.getFirst();
        if (run.size() == 1) {
            return server.post(first.path(), key, first.body());
        }
        List<Object> bodies = run.stream().map(Call::body).toList();
        String field = first.kind().field();
        return field == null
                ? server.post(first.path(), key, bodies)
                : server.post(first.path() + "/batch", key, java.util.Map.of(field, bodies));
    }

    private synchronized void settle(List<Call> run, List<Verdict> verdicts) {
        List<Call> again = new ArrayList<>();
        for (int n = 0; n < run.size(); n++) {
            waiting.removeFirst();
            Call call = run.get(n);
            Verdict verdict = verdicts.get(n);
            if (verdict.outcome() == Outcome.AGAIN) {
                again.add(call);
            } else {
                ledger.enter(call, verdict);
                call.done().complete(verdict);
            }
        }
        again.reversed().forEach(waiting::addFirst);
        notifyAll();
    }

    private long pause(int askedSeconds) {
        long patience = Math.min(LONGEST_PAUSE_MILLIS, 100L << Math.min(failures++, 6));
        return Math.max(patience, askedSeconds * 1_000L);
    }
}
