package io.truenorth.dashboard.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.StageTransition;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.live.LiveFeed;
import io.truenorth.dashboard.pipeline.PipelineState;
import io.truenorth.dashboard.scopes.Measures;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.service.Component;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Tells those who follow what changed: twice a second at the most, of each thing the latest. */
public final class LivePublisher implements Component {
    private static final long PAUSE_MILLIS = 500;

    private final LiveFeed feed;
    private final Supplier<PipelineState> pipeline;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, AdvocacySnapshot> scopes = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> moves = new ConcurrentSkipListMap<>();
    private final Map<String, Long> scores = new HashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread publishThread = new Thread(this::publishRepeatedly, "live-publisher");
    private long publishedPipelineAt;

    /** Tells a feed. */
    public LivePublisher(LiveFeed feed, Snapshots snapshots, Customers customers, Supplier<PipelineState> pipeline) {
        this.feed = feed;
        this.pipeline = pipeline;
        snapshots.onChange(snapshot -> scopes.put(snapshot.getScope(), snapshot));
        customers.onChange(this::publishCustomer);
    }

    /** Takes note of a move between stages. */
    public void moved(StageTransition transition) {
        String move = ApiText.word(transition.getFrom()) + " " + ApiText.word(transition.getTo());
        moves.computeIfAbsent(move, first -> new LongAdder()).increment();
    }

    @Override
    public String name() {
        return "live-publisher";
    }

    /** What was read before is no news. */
    @Override
    public void start() {
        publishThread.setDaemon(true);
        publishThread.start();
    }

    @Override
    public void stop(Duration timeout) throws InterruptedException {
        stopped.countDown();
        publishThread.join(timeout.toMillis());
    }

    private void publishRepeatedly() {
        try {
            while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                publishScopes();
                publishMoves();
                publishPipeline();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void publishScopes() {
        for (String scope : List.copyOf(scopes.keySet())) {
            AdvocacySnapshot snapshot = scopes.remove(scope);
            if (snapshot != null) {
                Map<String, Object> event = new LinkedHashMap<>();
                event.put("scopes", List.of(scope));
                event.put("at", ApiText.moment(snapshot.getAt()));
                event.put("scope", summary(scope, Measures.of(snapshot)));
                feed.publish("overview", "overview " + scope, json(event));
            }
        }
    }

    private static Map<String, Object> summary(String scope, Measures now) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("scope", scope);
        summary.put("index", Points.rounded(now.index()));
        summary.put("customers", now.customers());
        summary.put("advocates", now.advocates());
        summary.put("detractors", now.detractors());
        summary.put("mean", Points.of(now.mean()));
        summary.put("stages", now.stageCounts());
        return summary;
    }

    private void publishMoves() {
        moves.forEach((move, count) -> {
            long moved = count.sumThenReset();
            if (moved > 0) {
                Map<String, Object> event = new LinkedHashMap<>();
                event.put("from", move.substring(0, move.indexOf(' ')));
                event.put("to", move.substring(move.indexOf(' ') + 1));
                event.put("count", moved);
                feed.publish("transition", "transition " + move, json(event));
            }
        });
    }

    private void publishPipeline() {
        PipelineState state = pipeline.get();
        if (state.at() != publishedPipelineAt) {
            publishedPipelineAt = state.at();
            feed.publish("pipeline", "pipeline", json(PipelineDocument.withoutParts(state)));
        }
    }

    /** On the thread that reads customers, and only of those whom somebody follows. */
    private void publishCustomer(CustomerRow row) {
        if (!feed.isFollowed(row.id())) {
            scores.remove(row.id());
            return;
        }
        Long before = scores.put(row.id(), row.score());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", row.id());
        event.put("points", Points.of(row.score()));
        event.put("stage", ApiText.word(row.stage()));
        event.put("change", Points.of(before == null ? 0 : row.score() - before));
        feed.publishOf(row.id(), "customer", json(event));
    }

    private String json(Object event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of plain values can be written as JSON", e);
        }
    }
}
