package io.truenorth.gateway.ingest;

import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.event.IncomingEvent;
import io.truenorth.gateway.event.TouchpointValidator;
import io.truenorth.gateway.event.TouchpointValidator.Result;
import io.truenorth.gateway.event.TranslationOutcome;
import io.truenorth.gateway.json.Violation;
import io.truenorth.schemas.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Translates the messages of a source, and validates the events among them. */
public final class MessageTranslator {

    private static final Pattern PERSONAL = Pattern.compile("/(identities|attributes|context|subject|eventId)");

    private final TouchpointValidator validator;

    /** A translator that validates by the rules of a deployment. */
    public MessageTranslator(TouchpointValidator validator) {
        this.validator = validator;
    }

    /** Translates messages of a sender. */
    public IngestResult translate(Sender sender, Translation translation, List<ReceivedMessage> messages) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        List<FailedEvent> failed = new ArrayList<>();
        List<String> ignored = new ArrayList<>();
        for (ReceivedMessage message : messages) {
            for (TranslatedMessage translated : translation.translate(message)) {
                for (TranslationOutcome outcome : translated.outcomes()) {
                    if (outcome instanceof TranslationOutcome.Event event) {
                        validate(event.event(), translated.message(), sender, touchpoints, failed);
                    } else if (outcome instanceof TranslationOutcome.Failed failure) {
                        failed.add(FailedEvent.of(translated.message(), sender, failure));
                    } else if (outcome instanceof TranslationOutcome.Ignored reason) {
                        ignored.add(reason.reason());
                    }
                }
            }
        }
        return new IngestResult(sender, touchpoints, failed, ignored, Optional.empty());
    }

    private void validate(
            IncomingEvent event,
            ReceivedMessage message,
            Sender sender,
            List<Touchpoint> touchpoints,
            List<FailedEvent> failed) {
        Result result = validator.validate(event, message.receivedAt(), sender.region());
        if (result instanceof Result.Valid valid) {
            Optional<String> notAllowed = sender.notAllowed(valid.touchpoint());
            notAllowed.ifPresentOrElse(
                    why -> failed.add(FailedEvent.of(
                            message, sender, new TranslationOutcome.Failed(FailureReason.NOT_ALLOWED, "", why))),
                    () -> touchpoints.add(sender.attribute(valid.touchpoint())));
        } else if (result instanceof Result.Invalid invalid) {
            failed.add(FailedEvent.of(message, sender, failure(event, invalid.violations())));
        }
    }

    private static TranslationOutcome.Failed failure(IncomingEvent event, List<Violation> violations) {
        Violation first = violations.get(0);
        return new TranslationOutcome.Failed(
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
