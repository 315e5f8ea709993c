package io.truenorth.gateway.ingest;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.event.TouchpointMapper;
import io.truenorth.gateway.json.Violation;
import io.truenorth.gateway.json.Violations;
import io.truenorth.gateway.json.JsonValue;
import io.truenorth.schemas.FailedId;
import io.truenorth.schemas.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What was made of what a source sent: touchpoints, what failed, and what was ignored on purpose. */
public final class IngestResult {

    private static final Pattern PERSONAL = Pattern.compile("/(identities|attributes|context|subject|eventId)");

    private final TouchpointMapper mapper;
    private final Sender sender;
    private long receivedAt;
    private final Optional<FailedId> replayOf;
    private final List<Touchpoint> touchpoints = new ArrayList<>();
    private final List<FailedEvent> failed = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private String original = "";
    private Map<String, String> headers = Map.of();

    /**
     * An empty one.
     *
     * @param mapper holds every event against the contract
     * @param receivedAt when the request arrived, epoch ms
     * @param replayOf what it is sent again of, if it failed before
     */
    public IngestResult(TouchpointMapper mapper, Sender sender, long receivedAt, Optional<FailedId> replayOf) {
        this.mapper = mapper;
        this.sender = sender;
        this.receivedAt = receivedAt;
        this.replayOf = replayOf;
    }

    /** An empty one from the same sender at the same time, which may be added to this one. */
    public IngestResult part() {
        return new IngestResult(mapper, sender, receivedAt, replayOf);
    }

    /** Takes all that was made of a part. */
    public void add(IngestResult part) {
        touchpoints.addAll(part.touchpoints);
        failed.addAll(part.failed);
        ignored.addAll(part.ignored);
    }

    /** When what things are made of now arrived, epoch ms. */
    public long receivedAt() {
        return receivedAt;
    }

    /**
     * From now on things are made of this, which is kept if they fail.
     *
     * @param sent as it was sent, a body or one item of a batch
     * @param meant the request's headers that its meaning depends on, by name
     */
    public void from(String sent, Map<String, String> meant) {
        original = sent;
        headers = meant;
    }

    /**
     * From now on things are made of this, which did not arrive with the rest.
     *
     * @param sent as it was sent
     * @param meant the headers that its meaning depends on, by name
     * @param arrivedAt when it arrived, epoch ms
     */
    public void from(String sent, Map<String, String> meant, long arrivedAt) {
        from(sent, meant);
        receivedAt = arrivedAt;
    }

    /**
     * Takes an event in the native form.
     *
     * @param origin where in what was sent a pointer of the native form comes from
     */
    public void event(JsonValue event, UnaryOperator<String> origin) {
        Violations violations = new Violations();
        Optional<Touchpoint> mapped = mapper.map(event, receivedAt, sender.region(), violations);
        if (mapped.isEmpty()) {
            fail(violations.list().get(0).reason(), pathOf(violations, origin), messageOf(violations));
            return;
        }
        Optional<String> barred = sender.notAllowed(mapped.get());
        if (barred.isPresent()) {
            fail(FailureReason.NOT_ALLOWED, "", barred.get());
            return;
        }
        touchpoint(mapped.get());
    }

    /** Takes a touchpoint that was held against the contract and that the sender may send. */
    public void touchpoint(Touchpoint touchpoint) {
        if (!sender.name().isEmpty()) {
            touchpoint.setSource(sender.name());
        }
        touchpoints.add(touchpoint);
    }

    /** Takes note of what is left out on purpose. */
    public void ignored(String because) {
        ignored.add(because);
    }

    /**
     * Takes what no rule of the source covers.
     *
     * @param path where, as a JSON pointer into what was sent
     */
    public void unmapped(String path, String message) {
        fail(FailureReason.UNMAPPED, path, message);
    }

    /**
     * Takes money that went back to, or is disputed by, a customer who is not named.
     *
     * @param path where, as a JSON pointer into what was sent
     */
    public void unknownCustomer(String path, String message) {
        fail(FailureReason.UNKNOWN_CUSTOMER, path, message);
    }

    private void fail(FailureReason reason, String path, String message) {
        failed.add(new FailedEvent(original, reason, path, message, sender.name(), receivedAt, headers));
    }

    private static String pathOf(Violations violations, UnaryOperator<String> origin) {
        return origin.apply(violations.list().get(0).path());
    }

    private static String messageOf(Violations violations) {
        return violations.list().stream().map(IngestResult::impersonal).collect(Collectors.joining("; "));
    }

    /** What stands in names, attributes and texts may be personal: what was found there is not repeated. */
    private static String impersonal(Violation violation) {
        return PERSONAL.matcher(violation.path()).lookingAt()
                ? violation.message().replaceFirst("(?s), was .*", "")
                : violation.message();
    }

    /** What it is sent again of, if it failed before. */
    Optional<FailedId> replayOf() {
        return replayOf;
    }

    /** Who sent it. */
    public Sender sender() {
        return sender;
    }

    /** What can be scored. */
    public List<Touchpoint> touchpoints() {
        return touchpoints;
    }

    /** What is kept until it is repaired. */
    public List<FailedEvent> failed() {
        return failed;
    }

    /** Why each thing that is left out is left out. */
    public List<String> ignored() {
        return ignored;
    }
}
