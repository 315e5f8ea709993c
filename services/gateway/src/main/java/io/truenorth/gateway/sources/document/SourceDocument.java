package io.truenorth.gateway.sources.document;

import io.truenorth.documents.Document;
import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.documents.NameSuggestions;
import io.truenorth.gateway.segment.ConsentCategories;
import io.truenorth.gateway.sources.document.Source.Handshake;
import io.truenorth.gateway.sources.document.Source.Protocol;
import io.truenorth.gateway.sources.mapping.HandshakeRule;
import io.truenorth.gateway.sources.mapping.MappingReader;
import io.truenorth.gateway.sources.mapping.MappingRules;
import io.truenorth.gateway.sources.mapping.PayloadMapping;
import io.truenorth.gateway.sources.mapping.RequestMethod;
import io.truenorth.gateway.sources.signature.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads sources from their documents, which {@code docs/sources.md} specifies. */
public final class SourceDocument {

    private static final List<String> OF_WEBHOOKS = List.of(
            "extends",
            "method",
            "handshake",
            "signature",
            "secrets",
            "parse",
            "unwrap",
            "fields",
            "events",
            "ignore",
            "anonymous",
            "nobody");
    private static final List<String> OF_NAMED_EVENTS = List.of("channel", "names");

    private static final List<Handshake> USUAL_HANDSHAKES =
            List.of(new Handshake(HandshakeRule.HUB_CHALLENGE, List.of()));

    private SourceDocument() {}

    /**
     * The source of a file.
     *
     * @param file its name without {@code .yaml} is the name of the source
     * @throws io.truenorth.documents.InvalidDocumentException with every mistake by its path
     */
    public static Source at(Path file) {
        String fileName = String.valueOf(file.getFileName());
        return read(fileName.replaceFirst("\\.ya?ml$", ""), Document.at(file));
    }

    /**
     * A source that comes with the project.
     *
     * @return empty if there is none of that name
     */
    public static Optional<Source> shipped(String name) {
        return ShippedSources.document(name).map(text -> read(name, document(name, text)));
    }

    /**
     * The source of a document.
     *
     * @throws io.truenorth.documents.InvalidDocumentException with every mistake by its path
     */
    public static Source read(String name, Document document) {
        return document.read(root -> source(name, root));
    }

    private static Source source(String name, DocumentNode root) {
        DocumentSection section = root.section();
        if (!SenderReader.WORDS.matcher(name).matches() || name.length() > 64) {
            root.problem("expected a file name of lower-case words joined by - or _, was " + Excerpt.of(name));
        }
        Protocol protocol = section.at("accepts").oneOf(Protocol.class, Protocol.WEBHOOK);
        boolean webhook = protocol == Protocol.WEBHOOK;
        refuse(section, webhook ? OF_NAMED_EVENTS : OF_WEBHOOKS, protocol);
        DocumentNode currency = section.at("currency");
        if (currency.isPresent() && !webhook && protocol != Protocol.SEGMENT) {
            currency.problem("expected only where accepts is webhook or segment");
        }
        Optional<Parts> parts = webhook ? Optional.of(parts(section)) : Optional.empty();
        if (protocol != Protocol.SEGMENT && section.at("consent").isPresent()) {
            section.at("consent").problem("expected only where accepts is segment");
        }
        DocumentNode channel = section.at("channel");
        DocumentNode topic = section.at("topic");
        if (topic.isPresent() && protocol != Protocol.CLOUDEVENTS) {
            topic.problem("expected only where accepts is cloudevents");
        }
        if (protocol != Protocol.WEBHOOK && !topic.isPresent()) {
            section.required("keys");
        }
        return new Source(
                SenderReader.read(name, section),
                protocol,
                parts.map(own -> new Source.Webhook(
                        own.method, own.handshakes, own.signature, new PayloadMapping(name, own.rules))),
                parts.map(own -> own.secrets).orElse(List.of()),
                topic.isPresent() ? Optional.of(topicName(topic)) : Optional.empty(),
                channel.isPresent() ? Optional.of(words(channel)) : Optional.empty(),
                webhook ? parts.flatMap(own -> own.rules.currency()) : MappingReader.currency(currency),
                names(section.at("names")),
                protocol == Protocol.SEGMENT ? consent(section.at("consent")) : ConsentCategories.usual());
    }

    /** The sections of a webhook, of which a document that extends another one states only some. */
    private record Parts(
            RequestMethod method,
            List<Handshake> handshakes,
            SignatureScheme signature,
            List<SecretReference> secrets,
            MappingRules rules) {}

    private static Parts parts(DocumentSection section) {
        Optional<Parts> extended = extended(section.at("extends"));
        DocumentNode method = section.at("method");
        RequestMethod requests =
                method.isPresent() || extended.isEmpty() ? RequestMethod.read(method) : extended.get().method;
        DocumentNode signature = extended.isPresent() ? section.at("signature") : section.required("signature");
        DocumentNode secrets = section.at("secrets");
        SignatureScheme scheme = signature.isPresent() || extended.isEmpty()
                ? SignatureScheme.read(signature, requests == RequestMethod.GET)
                : extended.get().signature;
        // Where a signature needs no secrets those of the extended document are not needed.
        boolean inherits = extended.isPresent() && !secrets.isPresent() && scheme.needsSecrets();
        DocumentNode handshake = section.at("handshake");
        Parts parts = new Parts(
                requests,
                handshake.isPresent()
                        ? handshake.list().stream()
                                .map(rule -> handshake(rule, requests))
                                .toList()
                        : extended.map(Parts::handshakes).orElse(USUAL_HANDSHAKES),
                scheme,
                inherits ? extended.get().secrets : secrets(secrets),
                MappingReader.read(section, extended.map(Parts::rules)));
        if (scheme.needsSecrets() && parts.secrets.isEmpty()) {
            secrets.problem("expected the places of one or more secrets (" + SecretReference.FORM + ")");
        }
        if (!scheme.needsSecrets() && secrets.isPresent()) {
            secrets.problem("not expected where the signature's scheme is " + (scheme.checks() ? "sns" : "none"));
        }
        if (parts.secrets.isEmpty()
                && handshake.isPresent()
                && parts.handshakes.stream().anyMatch(SourceDocument::lacksSecrets)) {
            handshake.problem("expected secrets beside at in token, as the source has none");
        }
        return parts;
    }

    private static boolean lacksSecrets(Handshake handshake) {
        return handshake.rule().token().isPresent() && handshake.secrets().isEmpty();
    }

    private static Handshake handshake(DocumentNode node, RequestMethod requests) {
        DocumentSection section = node.section();
        DocumentNode token = section.at("token");
        Optional<DocumentSection> secret = token.isPresent() ? Optional.of(token.section()) : Optional.empty();
        return new Handshake(
                HandshakeRule.read(node, section, secret, requests),
                secret.map(some -> secrets(some.at("secrets"))).orElse(List.of()));
    }

    private static Optional<Parts> extended(DocumentNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        String name = node.text("");
        Optional<String> text = ShippedSources.document(name);
        if (text.isEmpty()) {
            node.problem("expected one of " + String.join(", ", ShippedSources.names()) + ", was " + Excerpt.of(name)
                    + NameSuggestions.didYouMean(name, ShippedSources.names()));
        }
        return text.map(shipped -> document(name, shipped).read(SourceDocument::shippedParts));
    }

    private static Parts shippedParts(DocumentNode root) {
        return parts(root.section());
    }

    private static Document document(String name, String text) {
        return Document.of(name + ".yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SecretReference> secrets(DocumentNode node) {
        List<SecretReference> places = new ArrayList<>();
        for (DocumentNode item : node.list()) {
            // This may be a secret in the wrong place: it is not shown.
            SecretReference.parse(item.text(""))
                    .ifPresentOrElse(
                            places::add,
                            () -> item.problem(
                                    "expected the place of a secret, not the secret: " + SecretReference.FORM));
        }
        return places;
    }

    private static void refuse(DocumentSection section, List<String> keys, Protocol protocol) {
        keys.stream()
                .map(section::at)
                .filter(DocumentNode::isPresent)
                .forEach(node -> node.problem("not expected where accepts is " + protocol));
    }

    private static Map<String, String> names(DocumentNode node) {
        Map<String, String> names = new LinkedHashMap<>();
        node.entries().forEach((theirs, ours) -> names.put(theirs, words(ours)));
        return names;
    }

    /** Categories by their ids; those of Segment's documentation where there are none. */
    private static ConsentCategories consent(DocumentNode node) {
        if (!node.isPresent()) {
            return ConsentCategories.usual();
        }
        Map<String, ConsentCategories.Purpose> purposes = new LinkedHashMap<>();
        node.entries()
                .forEach((category, purpose) -> purposes.put(
                        category, purpose.oneOf(ConsentCategories.Purpose.class, ConsentCategories.Purpose.SCORING)));
        return new ConsentCategories(purposes);
    }

    private static String topicName(DocumentNode node) {
        String text = node.text("");
        if (!text.matches("[A-Za-z0-9._-]{1,200}")) {
            node.problem("expected the name of a topic, was " + Excerpt.of(text));
        }
        return text;
    }

    private static String words(DocumentNode node) {
        String text = node.text("");
        if (!SenderReader.WORDS.matcher(text).matches()) {
            node.problem("expected lower-case words joined by - or _, was " + Excerpt.of(text));
        }
        return text;
    }
}
