package io.truenorth.benchmarks.flink;

import io.truenorth.benchmarks.contender.Contender;
import io.truenorth.benchmarks.contender.ContenderConfig;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A local cluster that runs the job. */
final class FlinkContender {
    private static final Logger LOG = LoggerFactory.getLogger(FlinkContender.class);

    private FlinkContender() {}

    static AutoCloseable start(Contender contender, ContenderConfig config, Runnable onFailure) throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(ContenderConfig.THREADS, settings(contender, config));
        environment.enableCheckpointing(ContenderConfig.LONG_COMMIT_INTERVAL);
        environment
                .fromSource(KafkaTopics.touchpoints(config), WatermarkStrategy.noWatermarks(), "touchpoints")
                .keyBy(record -> record.f0, Types.STRING)
                .transform("score", KafkaTopics.RECORD, new ScoreOperator(config.arguments()))
                .sinkTo(KafkaTopics.scores(config));
        JobClient job = environment.executeAsync(config.applicationId());
        CompletableFuture<JobExecutionResult> end = job.getJobExecutionResult();
        Thread watch = new Thread(() -> reportEnd(end, onFailure), "watch");
        watch.setDaemon(true);
        watch.start();
        return () -> {
            if (!end.isDone()) {
                job.cancel().get();
            }
        };
    }

    private static void reportEnd(Future<?> end, Runnable onFailure) {
        try {
            end.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.error("the job failed", e);
            onFailure.run();
        }
    }

    private static Configuration settings(Contender contender, ContenderConfig config) {
        boolean onDisk = contender == Contender.FLINK_ROCKSDB;
        return Configuration.fromMap(Map.of(
                "state.backend.type", onDisk ? "rocksdb" : "hashmap",
                "execution.checkpointing.incremental", Boolean.toString(onDisk),
                "execution.checkpointing.storage", "filesystem",
                "execution.checkpointing.dir",
                        config.stateDirectory().resolve("checkpoints").toUri().toString(),
                "io.tmp.dirs", config.stateDirectory().resolve("tmp").toString(),
                "taskmanager.memory.managed.size", "512m",
                "taskmanager.memory.network.min", "128m",
                "taskmanager.memory.network.max", "128m",
                "pipeline.object-reuse", "true",
                "restart-strategy.type", "none"));
    }
}
