package io.truenorth.gateway.ingest;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.event.IncomingEvent;
import io.truenorth.gateway.event.TouchpointValidator;
import io.truenorth.gateway.event.TouchpointValidator.Result;
import io.truenorth.gateway.ingest.IngestResult.FailedEvent;
import io.truenorth.gateway.ingest.Translation.Outcome;
import io.truenorth.gateway.ingest.Translation.TranslatedMessage;
import io.truenorth.gateway.json.Violations.Violation;
import io.truenorth.schemas.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Translates the messages of a source, and validates the events among them. */
public final class MessageTranslator {

    private static final Pattern PERSONAL =
            Pattern.compile("/(identities|attributes|context|subject|eventId|retracts)");

    private final TouchpointValidator validator;

    /** A translator that validates by the rules of a deployment. */
    public MessageTranslator(TouchpointValidator validator) {
        this.validator = validator;
    }

    /** Translates messages of a sender. */
    public IngestResult translate(Sender sender, Translation translation, List<ReceivedMessage> messages) {
        return validate(sender, messages.stream().flatMap(message -> translation.translate(message).stream()));
    }

    /** Validates the events of messages that are translated already. */
    IngestResult validate(Sender sender, Stream<TranslatedMessage> messages) {
        List<EventResult> results = messages.flatMap(translated -> results(translated, sender).stream())
                .toList();
        return new IngestResult(
                sender,
                select(results, Accepted.class).map(Accepted::touchpoint).toList(),
                select(results, Failed.class).map(Failed::event).toList(),
                select(results, Ignored.class).map(Ignored::reason).toList(),
                Optional.empty());
    }

    /** What becomes of one part of a message. */
    private sealed interface EventResult {}

    private record Accepted(Touchpoint touchpoint) implements EventResult {}

    private record Failed(FailedEvent event) implements EventResult {}

    private record Ignored(String reason) implements EventResult {}

    private static <T extends EventResult> Stream<T> select(List<EventResult> results, Class<T> type) {
        return results.stream().filter(type::isInstance).map(type::cast);
    }

    /** What becomes of a message; of the parts that fail for the same reason the first stands for all, as each keeps the whole. */
    private List<EventResult> results(TranslatedMessage translated, Sender sender) {
        List<EventResult> results = translated.outcomes().stream()
                .map(outcome -> result(outcome, translated.message(), sender))
                .toList();
        Map<FailureReason, Long> failures = select(results, Failed.class)
                .collect(Collectors.groupingBy(failed -> failed.event().reason(), Collectors.counting()));
        if (failures.values().stream().allMatch(count -> count == 1)) {
            return results;
        }
        List<EventResult> merged = new ArrayList<>();
        for (EventResult result : results) {
            if (!(result instanceof Failed failed)) {
                merged.add(result);
            } else if (failures.containsKey(failed.event().reason())) {
                long others = failures.remove(failed.event().reason()) - 1;
                merged.add(others == 0 ? failed : new Failed(failed.event().withOthers(others)));
            }
        }
        return merged;
    }

    private EventResult result(Outcome outcome, ReceivedMessage message, Sender sender) {
        if (outcome instanceof Outcome.Event event) {
            return validate(event.event(), message, sender);
        }
        return outcome instanceof Outcome.Failed failure
                ? new Failed(FailedEvent.of(message, sender, failure))
                : new Ignored(((Outcome.Ignored) outcome).reason());
    }

    private EventResult validate(IncomingEvent event, ReceivedMessage message, Sender sender) {
        Result result = validator.validate(event, message.receivedAt(), sender.region());
        if (result instanceof Result.Invalid invalid) {
            return new Failed(FailedEvent.of(message, sender, failure(event, invalid.violations())));
        }
        Touchpoint touchpoint = ((Result.Valid) result).touchpoint();
        return sender.notAllowed(touchpoint)
                .map(why -> new Outcome.Failed(FailureReason.NOT_ALLOWED, "", why))
                .<EventResult>map(failure -> new Failed(FailedEvent.of(message, sender, failure)))
                .orElseGet(() -> new Accepted(sender.attribute(touchpoint)));
    }

    private static Outcome.Failed failure(IncomingEvent event, List<Violation> violations) {
        Violation first = violations.get(0);
        return new Outcome.Failed(
                first.reason(),
                event.originOf(first.path()),
                violations.stream().map(MessageTranslator::withoutPersonalData).collect(Collectors.joining("; ")));
    }

    /** What was found in identities, attributes and texts may be personal and is not repeated. */
    private static String withoutPersonalData(Violation violation) {
        return PERSONAL.matcher(violation.path()).lookingAt()
                ? violation.message().replaceFirst("(?s), was .*", "")
                : violation.message();
    }
}
