package io.truenorth.gateway.sources.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.body.FormBody;
import io.truenorth.gateway.body.UnreadableBodyException;
import io.truenorth.gateway.event.IncomingEvent;
import io.truenorth.gateway.ingest.ReceivedMessage;
import io.truenorth.gateway.ingest.Translation.Outcome;
import io.truenorth.gateway.ingest.Translation.UnmappedException;
import io.truenorth.gateway.sources.mapping.MappingRules.EventRule;
import io.truenorth.gateway.sources.mapping.MappingRules.IgnoreRule;
import io.truenorth.gateway.sources.mapping.WebhookPayload.PayloadPointer;
import io.truenorth.schemas.FailureReason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Maps payloads of another system, as a document declares it.
 *
 * <p>Rules are applied to the payload as a whole first. If none matches, they are applied to its elements: the items of the arrays
 * that the {@code each} of a rule leads through, from the outermost to the innermost. An element that neither matches nor has
 * elements of its own is unmapped, so that no part of a batch is lost because of the others. The first rule whose conditions
 * hold applies, those of {@code ignore} before those of {@code events}.
 */
public final class PayloadMapping {

    private final String source;
    private final MappingRules rules;
    private final List<EventRule> events;
    private final List<PayloadPointer> levels;

    /**
     * A mapping by rules.
     *
     * @param source what events say they come from
     */
    public PayloadMapping(String source, MappingRules rules) {
        this.source = source;
        this.rules = rules;
        this.events = rules.events().stream()
                .map(rule -> rule.withDefaults(rules.fields()))
                .toList();
        this.levels = Stream.concat(
                        rules.ignore().stream().map(IgnoreRule::each),
                        events.stream().map(EventRule::each))
                .flatMap(each -> each.levels().stream())
                .distinct()
                .sorted(Comparator.comparing(PayloadPointer::text))
                .toList();
    }

    /** The headers that this mapping reads, in lower case; to be stored with a payload that is mapped again later. */
    public Set<String> headers() {
        return rules.headers();
    }

    /** The parameters of queries that this mapping reads. */
    public Set<String> queryParameters() {
        return rules.queryParameters();
    }

    /** The parameters that this mapping reads of a query, as a query; to be stored as its headers are. */
    public String relevantQuery(String query) {
        Set<String> names = rules.queryParameters();
        try {
            return FormBody.query(query).stream()
                    .filter(field -> names.contains(field.name()))
                    .map(field -> encoded(field.name()) + "=" + encoded(field.value()))
                    .collect(Collectors.joining("&"));
        } catch (UnreadableBodyException e) {
            return "";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The kinds of events that payloads become, as far as the document names them itself; in order. */
    public Set<String> kinds() {
        return events.stream()
                .filter(rule -> !rule.fields().isRetraction())
                .flatMap(rule -> Optional.ofNullable(rule.fields().texts().get("kind")).stream())
                .flatMap(Expression::constants)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What becomes of a payload: at least one outcome, in the order of its elements.
     *
     * @param payload the JSON of the body, or of its form
     * @param headers of the request, by name without regard to case; its query is {@link ReceivedMessage#QUERY_HEADER}
     * @param receivedAt when it arrived
     */
    public List<Outcome> map(JsonNode payload, Map<String, String> headers, Instant receivedAt) {
        List<Outcome> outcomes = new ArrayList<>();
        WebhookPayload sent;
        try {
            sent = rules.parse().parse(WebhookPayload.of(payload, headers, receivedAt));
        } catch (UnmappedException e) {
            return List.of(e.outcome());
        }
        take(rules.unwrap().map(unwrap -> unwrap.open(sent)).orElse(sent), PayloadPointer.WHOLE, outcomes);
        return outcomes;
    }

    private void take(WebhookPayload element, PayloadPointer level, List<Outcome> outcomes) {
        Optional<Outcome> taken = ignored(element, level).or(() -> event(element, level));
        if (taken.isPresent()) {
            outcomes.add(taken.get());
            return;
        }
        int before = outcomes.size();
        levels.stream()
                .filter(inner -> inner.depth() == level.depth() + 1 && level.fits(inner))
                .forEach(inner -> takeItems(element, inner, outcomes));
        if (outcomes.size() == before) {
            outcomes.add(new Outcome.Failed(
                    FailureReason.UNMAPPED, level.bind(element), "no rule of " + source + " takes this"));
        }
    }

    private void takeItems(WebhookPayload element, PayloadPointer level, List<Outcome> outcomes) {
        int count = level.array().find(element).map(PayloadMapping::size).orElse(0);
        for (int i = 0; i < count; i++) {
            take(element.item(i), level, outcomes);
        }
    }

    private static int size(JsonNode value) {
        return value.isArray() ? value.size() : 0;
    }

    private Optional<Outcome> ignored(WebhookPayload element, PayloadPointer level) {
        return rules.ignore().stream()
                .filter(rule -> rule.each().equals(level) && rule.conditions().match(element))
                .findFirst()
                .map(rule -> new Outcome.Ignored(rule.reason()));
    }

    private Optional<Outcome> event(WebhookPayload element, PayloadPointer level) {
        return events.stream()
                .filter(rule -> rule.each().equals(level) && rule.conditions().match(element))
                .findFirst()
                .map(rule -> event(element, level, rule));
    }

    private Outcome event(WebhookPayload element, PayloadPointer level, EventRule rule) {
        try {
            ElementMapping mapping = new ElementMapping(element, rule.fields(), rules.currency(), rules.nobody());
            Optional<IncomingEvent> event = mapping.event(source);
            if (event.isPresent()) {
                return new Outcome.Event(event.get());
            }
            if (mapping.isAboutMoneyBack()) {
                return unknownCustomer("whose money it is", mapping, level.bind(element));
            }
            if (mapping.isRetractionOfUnknown()) {
                return unknownCustomer("whose event is taken back", mapping, level.bind(element));
            }
            return anonymous(level.bind(element));
        } catch (UnmappedException e) {
            return e.outcome();
        }
    }

    private static Outcome unknownCustomer(String which, ElementMapping mapping, String path) throws UnmappedException {
        String references = mapping.references();
        return new Outcome.Failed(
                FailureReason.UNKNOWN_CUSTOMER,
                path,
                "expected a name of the customer " + which + ", found none"
                        + (references.isEmpty() ? "" : "; it refers to " + references));
    }

    private Outcome anonymous(String path) {
        return rules.anonymous().isPresent()
                ? new Outcome.Ignored(rules.anonymous().get())
                : new Outcome.Failed(FailureReason.UNMAPPED, path, "expected a name of a customer, found none");
    }
}
