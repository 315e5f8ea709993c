package io.truenorth.gateway.sources.mapping;

import io.truenorth.gateway.json.JsonValue;
import io.truenorth.gateway.json.JsonValue.Items;
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
 * <p>A payload is looked at as a whole first. If no rule takes it, its elements are: the items of the arrays that the
 * {@code each} of some rule leads through, from the outermost to the innermost. Whatever is neither taken nor has elements
 * of its own is unmapped, so that no part of a batch is lost because of the others. Of the rules that are asked for an
 * element the first whose conditions hold takes it, those of {@code ignore} before those of {@code events}.
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
        this.events =
                rules.events().stream().map(rule -> rule.over(rules.fields())).toList();
        this.levels = Stream.concat(
                        rules.ignore().stream().map(IgnoreRule::each),
                        events.stream().map(EventRule::each))
                .flatMap(each -> each.levels().stream())
                .distinct()
                .sorted(Comparator.comparing(PayloadPointer::text))
                .toList();
    }

    /** The headers that this mapping looks at, in lower case: who keeps a payload to map it again keeps them, too. */
    public Set<String> headers() {
        return rules.headers();
    }

    /** The kinds of events that payloads become, as far as the document names them itself; in order. */
    public Set<String> kinds() {
        return events.stream()
                .flatMap(rule -> Optional.ofNullable(rule.fields().texts().get("kind")).stream())
                .flatMap(Value::constants)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What becomes of a payload: at least one outcome, in the order of its elements.
     *
     * @param payload the JSON of the body
     * @param headers of the request, by name without regard to case
     * @param receivedAt when it arrived
     */
    public List<MappingOutcome> map(JsonValue payload, Map<String, String> headers, Instant receivedAt) {
        WebhookPayload sent = WebhookPayload.of(payload, headers, receivedAt);
        List<MappingOutcome> outcomes = new ArrayList<>();
        take(rules.unwrap().map(unwrap -> unwrap.open(sent)).orElse(sent), PayloadPointer.WHOLE, outcomes);
        return outcomes;
    }

    private void take(WebhookPayload element, PayloadPointer level, List<MappingOutcome> outcomes) {
        Optional<MappingOutcome> taken = ignored(element, level).or(() -> event(element, level));
        if (taken.isPresent()) {
            outcomes.add(taken.get());
            return;
        }
        int before = outcomes.size();
        levels.stream()
                .filter(inner -> inner.depth() == level.depth() + 1 && level.fits(inner))
                .forEach(inner -> takeItems(element, inner, outcomes));
        if (outcomes.size() == before) {
            outcomes.add(new MappingOutcome.Unmapped(level.in(element), "no rule of " + source + " takes this"));
        }
    }

    private void takeItems(WebhookPayload element, PayloadPointer level, List<MappingOutcome> outcomes) {
        int count = level.array().find(element).map(PayloadMapping::size).orElse(0);
        for (int i = 0; i < count; i++) {
            take(element.item(i), level, outcomes);
        }
    }

    private static int size(JsonValue value) {
        return value instanceof Items items ? items.values().size() : 0;
    }

    private Optional<MappingOutcome> ignored(WebhookPayload element, PayloadPointer level) {
        return rules.ignore().stream()
                .filter(rule -> rule.each().equals(level) && rule.conditions().hold(element))
                .findFirst()
                .map(rule -> new MappingOutcome.Ignored(rule.because()));
    }

    private Optional<MappingOutcome> event(WebhookPayload element, PayloadPointer level) {
        return events.stream()
                .filter(rule -> rule.each().equals(level) && rule.conditions().hold(element))
                .findFirst()
                .map(rule -> event(element, level, rule));
    }

    private MappingOutcome event(WebhookPayload element, PayloadPointer level, EventRule rule) {
        try {
            ElementMapping mapping = new ElementMapping(element, rule.fields(), rules.currency());
            Optional<MappingOutcome> event = mapping.event(source);
            if (event.isPresent()) {
                return event.get();
            }
            return mapping.isAboutMoneyBack() ? unknownCustomer(mapping, level.in(element)) : anonymous(element, level);
        } catch (UnreadablePayloadException e) {
            return e.outcome();
        }
    }

    private static MappingOutcome unknownCustomer(ElementMapping mapping, String path) throws UnreadablePayloadException {
        String references = mapping.references();
        return new MappingOutcome.UnknownCustomer(
                path,
                "expected a name of the customer whose money it is, found none"
                        + (references.isEmpty() ? "" : "; it refers to " + references));
    }

    private MappingOutcome anonymous(WebhookPayload element, PayloadPointer level) {
        return rules.anonymous()
                .<MappingOutcome>map(MappingOutcome.Ignored::new)
                .orElseGet(() -> new MappingOutcome.Unmapped(level.in(element), "expected a name of a customer, found none"));
    }
}
