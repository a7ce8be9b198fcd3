package kr.dochak.benchmarks;

import java.util.Arrays;
import kr.dochak.benchmarks.causes.EvaluateCauses;
import kr.dochak.benchmarks.hostile.HostileBenchmark;
import kr.dochak.benchmarks.kafka.BrokerProcess;
import kr.dochak.benchmarks.kafka.KafkaBenchmark;
import kr.dochak.benchmarks.kill.KillTest;
import kr.dochak.benchmarks.korea.EvaluateKorea;
import kr.dochak.benchmarks.pipeline.PipelineBenchmark;
import kr.dochak.benchmarks.pipeline.StartupBenchmark;
import kr.dochak.benchmarks.promise.EvaluatePromise;
import kr.dochak.benchmarks.promise.TrainingBenchmark;
import kr.dochak.benchmarks.quote.QuoteBenchmark;
import kr.dochak.benchmarks.replay.Replay;
import kr.dochak.benchmarks.rolling.RollingBenchmark;
import kr.dochak.benchmarks.scale.ScaleBenchmark;
import kr.dochak.benchmarks.supply.Advisories;
import kr.dochak.benchmarks.supply.Licences;

/** Starts the tool that the first argument names; the rest are its options. */
public final class Benchmarks {

    private Benchmarks() {}

    /**
     * {@code replay}, {@code pipeline}, {@code startup}, {@code quote}, {@code scale}, {@code training},
     * {@code evaluate-promise}, {@code korea}, {@code causes}, {@code rolling}, {@code hostile}, {@code kafka}, {@code kill}, {@code advisories} or
     * {@code licences}.
     */
    public static void main(String[] arguments) throws Exception {
        String[] rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "replay" -> Replay.main(rest);
            case "pipeline" -> PipelineBenchmark.main(rest);
            case "startup" -> StartupBenchmark.main(rest);
            case "quote" -> QuoteBenchmark.main(rest);
            case "scale" -> ScaleBenchmark.main(rest);
            case "training" -> TrainingBenchmark.main(rest);
            case "evaluate-promise" -> EvaluatePromise.main(rest);
            case "causes" -> EvaluateCauses.main(rest);
            case "korea" -> EvaluateKorea.main(rest);
            case "rolling" -> RollingBenchmark.main(rest);
            case "hostile" -> HostileBenchmark.main(rest);
            case "kafka" -> KafkaBenchmark.main(rest);
            case "kafka-broker" -> BrokerProcess.main(rest);
            case "kill" -> KillTest.main(rest);
            case "advisories" -> Advisories.main(rest);
            case "licences" -> Licences.main(rest);
            default -> {
                System.err.println(
                        "What to run: replay, pipeline, startup, quote, scale, training, evaluate-promise, korea, causes, rolling, hostile, kafka, kill,"
                                + " advisories or licences");
                System.exit(2);
            }
        }
    }
}
