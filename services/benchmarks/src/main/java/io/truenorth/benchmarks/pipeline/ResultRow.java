package io.truenorth.benchmarks.pipeline;

import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.load.Workload;
import org.jspecify.annotations.Nullable;

/**
 * The result of one run: figures, or the reason why there are none.
 *
 * @param load the load
 * @param contender the contender
 * @param round from 1 on
 * @param settings the settings of the run
 * @param measurement the figures; null if the run failed
 * @param failure the reason; null if there are figures
 */
record ResultRow(
        Workload load,
        Contender contender,
        int round,
        Settings settings,
        @Nullable Measurement measurement,
        @Nullable String failure) {

    boolean isOf(Workload otherLoad, Contender otherContender, int otherRound) {
        return load == otherLoad && contender == otherContender && round == otherRound;
    }
}
