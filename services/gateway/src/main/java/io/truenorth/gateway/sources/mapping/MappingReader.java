package io.truenorth.gateway.sources.mapping;

import io.truenorth.deployment.MoneyConfig;
import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.gateway.sources.mapping.MappingRules.EventRule;
import io.truenorth.gateway.sources.mapping.MappingRules.IgnoreRule;
import io.truenorth.gateway.sources.mapping.MappingRules.Unwrap;
import io.truenorth.gateway.sources.mapping.WebhookPayload.PayloadPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the sections of a document that say what payloads become. */
public final class MappingReader {

    /** The fields that every event has, by their names in a document and in the native form. */
    private static final Map<String, String> REQUIRED =
            Map.of("time", "occurredAt", "channel", "channel", "kind", "kind", "direction", "direction");

    private MappingReader() {}

    /**
     * The rules of a document.
     *
     * @param root the document
     * @param extended what is taken of each section that the document leaves out
     */
    public static MappingRules read(DocumentSection root, Optional<MappingRules> extended) {
        DocumentNode parse = root.at("parse");
        DocumentNode unwrap = root.at("unwrap");
        DocumentNode ignore = root.at("ignore");
        DocumentNode events = extended.isPresent() ? root.at("events") : root.required("events");
        DocumentNode fields = root.at("fields");
        DocumentNode anonymous = root.at("anonymous");
        DocumentNode nobody = root.at("nobody");
        MappingRules own = new MappingRules(
                parse.isPresent()
                        ? new EmbeddedJson(
                                parse.list().stream().map(PayloadPointer::read).toList())
                        : extended.map(MappingRules::parse).orElse(EmbeddedJson.NONE),
                unwrap.isPresent() ? Optional.of(unwrap(unwrap)) : extended.flatMap(MappingRules::unwrap),
                ignore.isPresent() || extended.isEmpty()
                        ? ignore.list().stream().map(MappingReader::ignoreRule).toList()
                        : extended.get().ignore(),
                events.isPresent() || extended.isEmpty()
                        ? events.list().stream().map(MappingReader::eventRule).toList()
                        : extended.get().events(),
                fields.isPresent() || extended.isEmpty()
                        ? EventFields.read(fields.section())
                        : extended.get().fields(),
                currency(root.at("currency")).or(() -> extended.flatMap(MappingRules::currency)),
                anonymous.isPresent() ? Optional.of(reason(anonymous)) : extended.flatMap(MappingRules::anonymous),
                nobody.isPresent()
                        ? Nobody.read(nobody)
                        : extended.map(MappingRules::nobody).orElse(Nobody.NONE));
        check(events, own);
        return own;
    }

    /** A currency in ISO 4217, if one is named. */
    public static Optional<String> currency(DocumentNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        String code = node.text("");
        if (!MoneyConfig.isCurrency(code)) {
            node.problem("expected an ISO 4217 code such as EUR, was " + Excerpt.of(code));
        }
        return Optional.of(code);
    }

    private static Unwrap unwrap(DocumentNode node) {
        DocumentSection section = node.section();
        return new Unwrap(
                PayloadPointer.read(section.required("text")),
                section.required("envelope").text("envelope"));
    }

    /** Reports rules that lack a required field, or a * without a matching one in each. */
    private static void check(DocumentNode events, MappingRules rules) {
        List<DocumentNode> nodes = new ArrayList<>(events.list());
        for (int i = 0; i < rules.events().size(); i++) {
            EventRule rule = rules.events().get(i).withDefaults(rules.fields());
            DocumentNode node = i < nodes.size() ? nodes.get(i) : events;
            missing(rule.fields()).forEach(field -> node.problem(field, "expected, but missing here and in fields"));
            checkRevision(node, rules.events().get(i).fields(), rule.fields());
            if (rules.currency().isEmpty()
                    && rule.fields()
                            .money()
                            .filter(money -> money.currency().isEmpty())
                            .isPresent()) {
                node.problem("money.currency", "expected, but missing here and beside events");
            }
            requireBoundStars(
                    node,
                    rule.each(),
                    Stream.concat(rule.conditions().locations(), rule.fields().locations())
                            .toList());
        }
        if (events.isPresent() && rules.events().isEmpty()) {
            events.problem("expected a list of at least one rule");
        }
    }

    private static Stream<String> missing(EventFields fields) {
        Set<String> required = fields.isRetraction() ? Set.of("time") : REQUIRED.keySet();
        Stream<String> texts = required.stream()
                .filter(field -> !fields.texts().containsKey(REQUIRED.get(field)))
                .sorted();
        return fields.identities().isEmpty() && fields.references().isEmpty()
                ? Stream.concat(Stream.of("identities"), texts)
                : texts;
    }

    /**
     * Reports a revision without the id of the event that it corrects, or of a retraction.
     *
     * @param own the fields of the rule itself
     * @param all with those that it shares with others
     */
    private static void checkRevision(DocumentNode node, EventFields own, EventFields all) {
        if (all.isRetraction() && own.texts().containsKey("revision")) {
            node.problem("revision", "not expected beside retracts");
        } else if (all.isRetraction()
                && own.texts().keySet().stream().anyMatch(field -> field.startsWith("consent/"))) {
            node.problem("consent", "not expected beside retracts");
        } else if (all.texts().containsKey("revision") && !all.texts().containsKey("eventId")) {
            node.problem("eventId", "expected beside revision, but missing here and in fields");
        }
    }

    private static IgnoreRule ignoreRule(DocumentNode node) {
        DocumentSection section = node.section();
        IgnoreRule rule = new IgnoreRule(each(section), Conditions.read(section), reason(section.required("because")));
        requireBoundStars(node, rule.each(), rule.conditions().locations().toList());
        return rule;
    }

    private static EventRule eventRule(DocumentNode node) {
        DocumentSection section = node.section();
        return new EventRule(each(section), Conditions.read(section), EventFields.read(section));
    }

    /** A reason in words. */
    private static String reason(DocumentNode node) {
        String reason = node.text("");
        if (node.isPresent() && reason.isBlank()) {
            node.problem("expected a reason in words");
        }
        return reason;
    }

    /** Reports every location with a * that no * of each matches. */
    private static void requireBoundStars(DocumentNode node, PayloadPointer each, List<PayloadLocation> locations) {
        locations.stream()
                .filter(location -> location instanceof PayloadLocation.InBody body
                        && !body.pointer().fits(each))
                .map(location -> ((PayloadLocation.InBody) location).pointer().text())
                .distinct()
                .forEach(text -> node.problem("expected every * of " + Excerpt.plain(text, 100)
                        + " to match a * of each"
                        + (each.steps().isEmpty() ? ", which is missing" : ", which is " + each.text())));
    }

    private static PayloadPointer each(DocumentSection section) {
        DocumentNode node = section.at("each");
        PayloadPointer each = PayloadPointer.read(node);
        if (node.isPresent() && !each.endsWithStar()) {
            node.problem(
                    "expected a pointer to the items of an array, such as /items/*, was " + Excerpt.of(each.text()));
            return PayloadPointer.WHOLE;
        }
        return each;
    }
}
