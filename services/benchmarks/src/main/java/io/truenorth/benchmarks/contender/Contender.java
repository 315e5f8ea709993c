package io.truenorth.benchmarks.contender;

import io.truenorth.benchmarks.load.Workload;
import java.util.Locale;
import java.util.Map;

/** A program that is compared. All read the same touchpoints; those that publish scores do so exactly once. */
public enum Contender {
    /** A consumer that receives the records as bytes. */
    POLL(Form.CEILING),
    /** The same, with decoding. */
    DECODE(Form.CEILING),
    /** The same, with adding each touchpoint to its customer's relationship in a map. */
    FOLD(Form.CEILING),
    /** The same, with scoring and encoding each changed customer once per commit interval. */
    SCORE(Form.CEILING),
    /** The same, with publishing the scores and a log of the state in transactions: the least that this work can cost. */
    LIMIT(Form.CEILING),
    /** The streams service as its main composes it. */
    TRUENORTH(Form.SERVICE),
    /** The same with a commit interval of 1 s. */
    TRUENORTH_1S(Form.SERVICE),
    /** Scores only, with the DSL of Kafka Streams and its default settings. */
    DSL(Form.DSL),
    /** The same, with a large cache and tuned clients. */
    DSL_TUNED(Form.DSL),
    /** The tuned DSL with scores, stage transitions and sums of all scopes. */
    DSL_SAME_RESULTS(Form.DSL),
    /** Scores only, with Flink and its state on the heap. */
    FLINK_HASHMAP(Form.FLINK),
    /** Scores only, with Flink and its state in RocksDB. */
    FLINK_ROCKSDB(Form.FLINK);

    private final Form form;

    Contender(Form form) {
        this.form = form;
    }

    private enum Form {
        CEILING,
        SERVICE,
        DSL,
        FLINK
    }

    /** Returns its name on the command line and in results. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether it processes a load: all process the backlog; the other loads are for three of them. */
    public boolean processes(Workload load) {
        return load == Workload.BACKLOG || this == LIMIT || this == TRUENORTH || this == DSL_SAME_RESULTS;
    }

    /** Returns whether it publishes scores. */
    public boolean publishesScores() {
        return form != Form.CEILING || this == LIMIT;
    }

    /** Returns whether it publishes the sums of scopes. */
    public boolean publishesScopes() {
        return form == Form.SERVICE || this == DSL_SAME_RESULTS;
    }

    /** Returns whether it processes the load several times until it is warm, before it commits anything. */
    public boolean warmsUpItself() {
        return form == Form.CEILING && !publishesScores();
    }

    /** Returns whether its state is on the heap. */
    public boolean keepsStateOnHeap() {
        return form == Form.CEILING || this == FLINK_HASHMAP;
    }

    /** Returns whether it is a module of its own. */
    public boolean isFlink() {
        return form == Form.FLINK;
    }

    /** Starts it in this process, as {@link ContenderMain.Starter}. */
    AutoCloseable start(ContenderConfig config, Runnable onFailure) {
        return switch (this) {
            case POLL -> LoopContender.start(config, Ceiling.POLL, onFailure);
            case DECODE -> LoopContender.start(config, Ceiling.DECODE, onFailure);
            case FOLD -> LoopContender.start(config, Ceiling.FOLD, onFailure);
            case SCORE -> LoopContender.start(config, Ceiling.SCORE, onFailure);
            case LIMIT -> LoopContender.start(config, Ceiling.PUBLISH, onFailure);
            case TRUENORTH -> TruenorthContender.start(config, Map.of(), onFailure);
            case TRUENORTH_1S ->
                TruenorthContender.start(config, Map.of("TRUENORTH_STREAMS_COMMIT_INTERVAL", "1s"), onFailure);
            case DSL -> DslContender.start(config, DslSettings.standard(config), ScoresTopology::of, onFailure);
            case DSL_TUNED -> DslContender.start(config, DslSettings.tuned(config), ScoresTopology::of, onFailure);
            case DSL_SAME_RESULTS ->
                DslContender.start(config, DslSettings.tuned(config), SameResultsTopology::of, onFailure);
            case FLINK_HASHMAP, FLINK_ROCKSDB -> throw new IllegalArgumentException("Flink is in another module");
        };
    }
}
