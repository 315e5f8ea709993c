package io.truenorth.benchmarks.pipeline;

import java.util.Locale;

/** What is compared. All read the same touchpoints, apply the same scoring and publish exactly once. */
enum Contender {
    /** A consumer, a map and a producer: the least that the work can cost, with nothing that survives the process. */
    LOOP,
    /** Our service as its main composes it. */
    TRUENORTH,
    /** What one writes with Kafka Streams' DSL. */
    DSL;

    /**
     * Starts it in this process.
     *
     * @param onFailure told if it fails later
     * @return ends it
     */
    AutoCloseable start(ContenderConfig config, Runnable onFailure) {
        return switch (this) {
            case LOOP -> LoopContender.start(config, onFailure);
            case TRUENORTH -> TruenorthContender.start(config, onFailure);
            case DSL -> DslContender.start(config, onFailure);
        };
    }

    /** As people write it. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
