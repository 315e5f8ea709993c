package io.truenorth.dashboard;

import io.truenorth.contract.AdvocacySnapshot;
import io.truenorth.contract.IdentityEvent;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.RelationshipScore;
import io.truenorth.contract.ScopeHistoryPoint;
import io.truenorth.contract.StageTransition;
import io.truenorth.contract.TransitionCause;
import io.truenorth.dashboard.access.AuditLog;
import io.truenorth.dashboard.access.AuthGuard;
import io.truenorth.dashboard.api.DashboardApi;
import io.truenorth.dashboard.api.LiveEndpoint;
import io.truenorth.dashboard.api.LivePublisher;
import io.truenorth.dashboard.customers.Customers;
import io.truenorth.dashboard.feed.FeedState;
import io.truenorth.dashboard.feed.TopicFeed;
import io.truenorth.dashboard.history.Backfill;
import io.truenorth.dashboard.history.History;
import io.truenorth.dashboard.history.HistoryPointWriter;
import io.truenorth.dashboard.history.HistoryRecorder;
import io.truenorth.dashboard.identity.IdentityChange;
import io.truenorth.dashboard.identity.PublishedIdentities;
import io.truenorth.dashboard.live.LiveFeed;
import io.truenorth.dashboard.moves.MovesCache;
import io.truenorth.dashboard.pipeline.PipelineMonitor;
import io.truenorth.dashboard.privacy.PublishedErasures;
import io.truenorth.dashboard.privacy.PublishedReceipts;
import io.truenorth.dashboard.scopes.Snapshots;
import io.truenorth.query.QueryClient;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.TopicCatalogue;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.Component;
import io.truenorth.service.Service;
import io.truenorth.service.health.HealthCheck;
import io.truenorth.service.health.HealthChecks;
import io.truenorth.service.http.HttpServer;
import io.truenorth.service.kafka.ExpectedPartitions;
import io.truenorth.service.kafka.PartitionWatch;
import io.truenorth.service.kafka.TopicCheck;
import io.truenorth.service.metrics.ServiceMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

/** Creates and connects the components of the dashboard. */
public final class DashboardComposition {
    static final String NAME = "dashboard";

    private static final String STREAMS = "streams service";
    private static final Duration STATUS_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(30);
    private static final long FEW_RECORDS = 1_000;
    /** A higher rate indicates a replay, during which the data is incomplete. */
    private static final double CALM_PER_SECOND = 300;

    private final DashboardConfig config;
    private final ServiceMetrics metrics;
    private final Clock clock;
    private final RecordSerdes serdes;
    private final PublishedErasures erasures = new PublishedErasures();
    private final PublishedReceipts receipts = new PublishedReceipts(erasures);
    private final Customers customers = new Customers(erasures);
    private final PublishedIdentities identities = new PublishedIdentities(erasures);
    private final Snapshots snapshots = new Snapshots();
    private final History history = new History();
    private final LiveFeed live;
    private final TopicFeed<AdvocacySnapshot> snapshotFeed;
    private final TopicFeed<RelationshipScore> customerFeed;
    private final TopicFeed<StageTransition> transitionFeed;
    private final TopicFeed<ScopeHistoryPoint> historyFeed;
    private final TopicFeed<IdentityEvent> identityFeed;
    private final TopicFeed<String> redirectFeed;
    private final TopicFeed<PrivacyReceipt> receiptFeed;
    private final PipelineMonitor pipeline;
    private final LivePublisher publisher;
    private final QueryClient streams;
    private final MovesCache moves;

    /**
     * Creates the components.
     *
     * @param metrics the metrics, which are closed with the service
     */
    public static Dashboard dashboard(DashboardConfig config, ServiceMetrics metrics, Clock clock) {
        return new DashboardComposition(config, metrics, clock).dashboard();
    }

    private DashboardComposition(DashboardConfig config, ServiceMetrics metrics, Clock clock) {
        this.config = config;
        this.metrics = metrics;
        this.clock = clock;
        this.serdes = config.deployment().registry().serdes();
        this.live =
                new LiveFeed(config.live().clientStallTimeout(), config.live().clients(), clock::millis);
        this.snapshotFeed = feed(Topics.ADVOCACY_DASHBOARD, (scope, snapshot, at) -> snapshots.accept(scope, snapshot));
        this.customerFeed =
                feed(Topics.RELATIONSHIP_SCORES, (customer, score, at) -> customers.accept(customer, score));
        this.transitionFeed = feed(Topics.STAGE_TRANSITIONS, (customer, transition, at) -> accept(transition));
        this.historyFeed = feed(Topics.DASHBOARD_HISTORY, (key, point, at) -> history.accept(key, point));
        this.identityFeed = feed(Topics.IDENTITY_EVENTS, (customer, event, at) -> accept(customer, event));
        this.redirectFeed = feed(Topics.CUSTOMER_REDIRECTS, identities::redirect);
        this.receiptFeed = feed(Topics.PRIVACY_RECEIPTS, (key, receipt, at) -> receipts.accept(key, receipt));
        this.streams = new QueryClient(config.streams().connect(STREAMS, QUERY_TIMEOUT));
        this.moves =
                new MovesCache(streams, customers, () -> customerFeed.state().caughtUp(), clock);
        this.pipeline = new PipelineMonitor(
                config.gateway().connect("gateway", STATUS_TIMEOUT),
                config.streams().connect(STREAMS, STATUS_TIMEOUT),
                this::feedStates,
                config.statusPollInterval(),
                clock);
        this.publisher = new LivePublisher(live, snapshots, customers, identities, erasures, pipeline::state);
        identities.onChange(this::publish);
        metrics.registry().gauge("dashboard.identities", identities, PublishedIdentities::joinedCount);
        metrics.registry().gauge("dashboard.erased.identities", erasures, PublishedErasures::count);
        metrics.registry().gauge("dashboard.live.clients", live, LiveFeed::clientCount);
        metrics.registry()
                .gauge("dashboard.customers", customers, all -> all.all().size());
    }

    private <V> TopicFeed<V> feed(Topic<String, V> topic, TopicFeed.Receiver<V> receiver) {
        TopicFeed<V> feed =
                new TopicFeed<>(catalogue().topic(topic), config.deployment().kafka(), serdes, receiver, clock);
        metrics.bind(feed.consumer());
        return feed;
    }

    private TopicCatalogue catalogue() {
        return config.deployment().topics().catalogue();
    }

    /** Whether a transition is current; transitions found in late touchpoints are not. */
    private void accept(@Nullable StageTransition transition) {
        if (transition != null
                && transition.getCause() != TransitionCause.LATE_TOUCHPOINT
                && transitionFeed.state().caughtUp()) {
            publisher.moved(transition);
        }
    }

    private void accept(String customer, @Nullable IdentityEvent event) {
        erasures.accept(event);
        identities.accept(customer, event);
    }

    private void publish(IdentityChange change) {
        if (identityFeed.state().caughtUp()) {
            publisher.changed(change);
        }
    }

    private List<TopicFeed<?>> feeds() {
        return List.of(
                receiptFeed, historyFeed, snapshotFeed, transitionFeed, redirectFeed, identityFeed, customerFeed);
    }

    private List<FeedState> feedStates() {
        return feeds().stream().<FeedState>map(TopicFeed::state).toList();
    }

    private boolean isSumUpToDate() {
        return historyFeed.state().caughtUp() && snapshotFeed.state().caughtUp();
    }

    private boolean isQuiet() {
        return feedStates().stream().allMatch(FeedState::caughtUp)
                && pipeline.state().staleSince().isEmpty()
                && pipeline.state().counts().received() > 0
                && pipeline.state().lagRecords() < FEW_RECORDS
                && pipeline.state().eventsPerSecond() < CALM_PER_SECOND;
    }

    Dashboard dashboard() {
        Admin admin = Admin.create(config.deployment().kafka().client("dashboard-admin", Map.of()));
        TopicCheck check = new TopicCheck(admin, config.deployment().kafka().startTimeout());
        HistoryPointWriter writer = new HistoryPointWriter(
                catalogue().topic(Topics.DASHBOARD_HISTORY), config.deployment().kafka(), serdes);
        metrics.bind(writer.producer());
        PartitionWatch partitions = new PartitionWatch(admin, ExpectedPartitions.whileRead(topics()));
        HttpServer http = http(partitions.readiness());
        Service service = new Service(
                NAME,
                config.deployment().stopTimeout(),
                List.of(
                        Component.closing("metrics", timeout -> metrics.close()),
                        Component.closing(
                                "schema-registry-client",
                                timeout -> serdes.registry().close()),
                        Component.closing("admin-client", admin::close),
                        Component.starting("topic-check", () -> check.require(topics())),
                        partitions,
                        Component.closing("history-writer", writer::close),
                        receiptFeed,
                        historyFeed,
                        snapshotFeed,
                        transitionFeed,
                        redirectFeed,
                        identityFeed,
                        customerFeed,
                        new HistoryRecorder(
                                snapshots, history, writer, this::isSumUpToDate, config.historyInterval(), clock),
                        pipeline,
                        moves,
                        new Backfill(streams, customers, snapshots, history, writer, this::isQuiet, clock),
                        publisher,
                        http,
                        live));
        feeds().forEach(feed -> feed.onFailure(failure -> service.fail(feed.name(), failure)));
        return new Dashboard(service, http);
    }

    private List<Topic<?, ?>> topics() {
        return List.of(
                catalogue().topic(Topics.ADVOCACY_DASHBOARD),
                catalogue().topic(Topics.RELATIONSHIP_SCORES),
                catalogue().topic(Topics.STAGE_TRANSITIONS),
                catalogue().topic(Topics.IDENTITY_EVENTS),
                catalogue().topic(Topics.CUSTOMER_REDIRECTS),
                catalogue().topic(Topics.PRIVACY_RECEIPTS),
                catalogue().topic(Topics.DASHBOARD_HISTORY));
    }

    private HttpServer http(HealthCheck topics) {
        AuditLog audit = AuditLog.of(clock);
        Stream<HealthCheck> readiness = feeds().stream().map(TopicFeed::readiness);
        return new HttpServer(
                config.http(),
                metrics,
                new HealthChecks(
                        List.of(), Stream.concat(readiness, Stream.of(topics)).toList()),
                List.of(
                        new DashboardApi(
                                customers,
                                identities,
                                erasures,
                                receipts,
                                snapshots,
                                moves,
                                history,
                                config.objectives(),
                                streams,
                                pipeline::state,
                                audit,
                                clock),
                        new LiveEndpoint(live, identities, audit)),
                new AuthGuard(config.access(), config.http(), audit));
    }
}
