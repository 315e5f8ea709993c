package io.truenorth.benchmarks.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.benchmarks.contender.Relationship;
import io.truenorth.benchmarks.contender.Scores;
import io.truenorth.benchmarks.harness.BenchmarkFailedException;
import io.truenorth.benchmarks.load.TouchpointStream;
import io.truenorth.benchmarks.load.TouchpointWriter;
import io.truenorth.benchmarks.load.Workload;
import io.truenorth.benchmarks.load.WorkloadSize;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.Touchpoint;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OracleTest {
    private static final long NOW = 1_790_000_000_000L;
    private final TouchpointStream touchpoints =
            Workload.BACKLOG.touchpoints(new WorkloadSize(3, 1_000, 20, 1, NOW - 3_600_000));

    private final Oracle oracle = new Oracle();
    private final Map<String, Relationship> relationships = new HashMap<>();

    @BeforeEach
    void fold() {
        for (int i = 0; i < 500; i++) {
            fold(oracle, touchpoints.next());
        }
    }

    private void fold(Oracle into, Touchpoint touchpoint) {
        into.fold(touchpoint);
        relationships
                .computeIfAbsent(TouchpointWriter.customer(touchpoint), customer -> new Relationship())
                .fold(touchpoint);
    }

    private Map<String, RelationshipScore> scores() {
        Map<String, RelationshipScore> scores = new HashMap<>();
        relationships.forEach(
                (customer, relationship) -> scores.put(customer, new Scores().score(customer, relationship, NOW)));
        return scores;
    }

    @Test
    void scoresOfTheSameTouchpointsAreRight() {
        assertThatCode(() -> oracle.check(scores().values())).doesNotThrowAnyException();
    }

    @Test
    void aWrongScoreIsFound() {
        Map<String, RelationshipScore> scores = scores();
        scores.values().iterator().next().setWholePoints(101);

        assertThatThrownBy(() -> oracle.check(scores.values())).isInstanceOf(BenchmarkFailedException.class);
    }

    @Test
    void aMissingCustomerIsFound() {
        Map<String, RelationshipScore> scores = scores();
        scores.remove(scores.keySet().iterator().next());

        assertThatThrownBy(() -> oracle.check(scores.values())).isInstanceOf(BenchmarkFailedException.class);
    }

    @Test
    void aForkGoesOnAlone() {
        int customers = oracle.customers();
        Map<String, RelationshipScore> before = scores();
        Oracle fork = oracle.fork();
        for (int i = 0; i < 200; i++) {
            fold(fork, touchpoints.next());
        }

        assertThat(oracle.customers()).isEqualTo(customers);
        assertThat(oracle.isComplete(before.values())).isTrue();
        assertThat(fork.isComplete(before.values())).isFalse();
        assertThatCode(() -> fork.check(scores().values())).doesNotThrowAnyException();
    }
}
