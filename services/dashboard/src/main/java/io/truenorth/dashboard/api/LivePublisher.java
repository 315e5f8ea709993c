package io.truenorth.dashboard.api;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.Stage;
import io.truenorth.contract.StageTransition;
import io.truenorth.dashboard.api.response.CustomerEvent;
import io.truenorth.dashboard.api.response.ErasedEvent;
import io.truenorth.dashboard.api.response.IdentitiesEvent;
import io.truenorth.dashboard.api.response.JoinsEvent;
import io.truenorth.dashboard.api.response.OverviewEvent;
import io.truenorth.dashboard.api.response.OverviewEvent.ScopeTotals;
import io.truenorth.dashboard.api.response.TransitionEvent;
import io.truenorth.dashboard.customers.CustomerRow;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.identity.IdentityChange;
import io.truenorth.dashboard.identity.PublishedIdentities;
import io.truenorth.dashboard.live.LiveFeed;
import io.truenorth.dashboard.pipeline.PipelineState;
import io.truenorth.dashboard.privacy.ErasedIdentities;
import io.truenorth.dashboard.privacy.HashedIdentity;
import io.truenorth.dashboard.privacy.PublishedErasures;
import io.truenorth.dashboard.scopes.Measures;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.query.ApiJson;
import io.truenorth.service.Component;
import io.truenorth.service.PeriodicTask;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/** Publishes what changed to the clients of the live events: twice a second at the most, the latest state of each thing. */
public final class LivePublisher implements Component {
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final LiveFeed feed;
    private final PublishedIdentities identities;
    private final Supplier<PipelineState> pipeline;
    private final Map<String, AdvocacySnapshot> scopes = new ConcurrentHashMap<>();
    private final Map<StageChange, LongAdder> moves = new ConcurrentHashMap<>();
    private final Map<IdentityChange.Type, LongAdder> joins = new ConcurrentHashMap<>();
    private final LongAdder erased = new LongAdder();
    private final Map<String, Long> scores = new HashMap<>();
    private final PeriodicTask publishing = new PeriodicTask(name(), INTERVAL, this::publishChanges);
    private long publishedPipelineAt;

    /** A publisher to a feed. */
    public LivePublisher(
            LiveFeed feed,
            Snapshots snapshots,
            Customers customers,
            PublishedIdentities identities,
            PublishedErasures erasures,
            Supplier<PipelineState> pipeline) {
        this.feed = feed;
        this.identities = identities;
        this.pipeline = pipeline;
        snapshots.onChange(snapshot -> scopes.put(snapshot.getScope(), snapshot));
        customers.onChange(this::publishCustomer);
        customers.onForgotten(scores::remove);
        identities.onRedirect(this::publishIdentities);
        erasures.onErasure(this::erased);
    }

    /** Deletes what is still to be sent of an erased customer, and tells all clients to ask again for what they show. */
    private void erased(ErasedIdentities erasure) {
        feed.forget(identity -> erasure.identities().contains(HashedIdentity.of(identity)));
        erased.increment();
    }

    /** Counts a move between stages. */
    public void moved(StageTransition transition) {
        moves.computeIfAbsent(new StageChange(transition.getFrom(), transition.getTo()), first -> new LongAdder())
                .increment();
    }

    /** Counts a change of identities, and publishes it to the clients that follow one of them. */
    public void changed(IdentityChange change) {
        joins.computeIfAbsent(change.type(), first -> new LongAdder()).increment();
        change.named().forEach(this::publishIdentities);
    }

    @Override
    public String name() {
        return "live-publisher";
    }

    /** What was read before the start is not published. */
    @Override
    public void start() {
        publishing.start();
    }

    @Override
    public void stop(Duration timeout) throws InterruptedException {
        publishing.finish(timeout);
    }

    private void publishChanges() {
        publishScopes();
        publishMoves();
        publishJoins();
        publishErased();
        publishPipeline();
    }

    private void publishScopes() {
        for (String scope : List.copyOf(scopes.keySet())) {
            AdvocacySnapshot snapshot = scopes.remove(scope);
            if (snapshot != null) {
                Instant at = Instant.ofEpochMilli(snapshot.getAt());
                OverviewEvent event = new OverviewEvent(List.of(scope), at, totals(scope, Measures.of(snapshot)));
                feed.publish("overview", "overview " + scope, json(event));
            }
        }
    }

    private static ScopeTotals totals(String scope, Measures now) {
        return new ScopeTotals(
                scope,
                Points.rounded(now.index()),
                now.customers(),
                now.advocates(),
                now.detractors(),
                Points.of(now.mean()),
                LongStream.of(now.stageCounts()).boxed().toList());
    }

    private void publishMoves() {
        moves.forEach((move, count) -> {
            long moved = count.sumThenReset();
            if (moved > 0) {
                feed.publish("transition", move.key(), json(new TransitionEvent(move.from(), move.to(), moved)));
            }
        });
    }

    private void publishJoins() {
        JoinsEvent event = new JoinsEvent(
                taken(IdentityChange.Type.JOINED),
                taken(IdentityChange.Type.REFUSED),
                taken(IdentityChange.Type.SPLIT));
        if (event.joined() + event.refused() + event.split() > 0) {
            feed.publish("joins", "joins", json(event));
        }
    }

    private long taken(IdentityChange.Type type) {
        LongAdder count = joins.get(type);
        return count == null ? 0 : count.sumThenReset();
    }

    private void publishErased() {
        long customers = erased.sumThenReset();
        if (customers > 0) {
            feed.publish("erased", "erased", json(new ErasedEvent(customers)));
        }
    }

    private void publishPipeline() {
        PipelineState state = pipeline.get();
        if (state.at() != publishedPipelineAt) {
            publishedPipelineAt = state.at();
            feed.publish("pipeline", "pipeline", json(PipelineMapping.event(state)));
        }
    }

    /** On the thread that reads customers, and only for customers whom a client follows. */
    private void publishCustomer(CustomerRow row) {
        if (!feed.isFollowed(row.id())) {
            scores.remove(row.id());
            return;
        }
        Long before = scores.put(row.id(), row.score());
        long change = before == null ? 0 : row.score() - before;
        CustomerEvent event = new CustomerEvent(row.id(), Points.of(row.score()), row.stage(), Points.of(change));
        feed.publishOf(row.id(), "customer", Set.of(row.id()), json(event));
    }

    private void publishIdentities(String id) {
        if (feed.isFollowed(id)) {
            String customer = identities.customerOf(id);
            Set<String> named = id.equals(customer) ? Set.of(id) : Set.of(id, customer);
            feed.publishOf(id, "identities", named, json(new IdentitiesEvent(id, customer)));
        }
    }

    private static String json(Record event) {
        return new String(ApiJson.write(event), StandardCharsets.UTF_8);
    }

    /** From one stage to another. */
    private record StageChange(Stage from, Stage to) {
        String key() {
            return "transition " + ApiText.word(from) + " " + ApiText.word(to);
        }
    }
}
