package io.truenorth.gateway.sources;

import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.gateway.sources.document.SecretReference;
import io.truenorth.gateway.sources.document.SecretReference.MissingSecretException;
import io.truenorth.gateway.sources.document.Source;
import io.truenorth.gateway.sources.document.Source.Handshake;
import io.truenorth.gateway.sources.document.Source.Webhook;
import io.truenorth.gateway.sources.document.SourceDocument;
import io.truenorth.gateway.sources.mapping.HandshakeRule;
import io.truenorth.service.config.ConfigSection;
import io.truenorth.service.config.Secret;
import io.truenorth.service.http.HttpConfig;
import io.truenorth.service.http.TokenHash;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The section {@code gateway.sources}: who may send beside the holders of the gateway's own tokens.
 *
 * @param declared the sources, in the order of their names
 * @param publicUrl how senders call the gateway, if that is not how it is reached; for signatures over the whole URL
 */
public record SourcesConfig(List<DeclaredSource> declared, Optional<URI> publicUrl) {

    private static final String DIRECTORY = "directory";

    /** The write keys of all sources. */
    public List<TokenHash> keys() {
        return declared.stream()
                .flatMap(source -> source.source().sender().keys().stream())
                .toList();
    }

    /** Whether a source proves itself without a write key, by what only it can sign or know. */
    public boolean anySigns() {
        return declared.stream().anyMatch(DeclaredSource::signs);
    }

    /**
     * A source with its secrets, of which its document only has references.
     *
     * @param source as its document declares it
     * @param secrets those of its signature
     * @param handshakes those of its document, in order
     */
    public record DeclaredSource(Source source, List<Secret> secrets, List<DeclaredHandshake> handshakes) {

        /** Keeps immutable copies. */
        public DeclaredSource {
            secrets = List.copyOf(secrets);
            handshakes = List.copyOf(handshakes);
        }

        private boolean signs() {
            boolean isSigned = source.webhook()
                    .filter(webhook -> webhook.signature().checks())
                    .isPresent();
            return isSigned
                    || handshakes.stream()
                            .anyMatch(handshake -> !handshake.secrets().isEmpty());
        }
    }

    /**
     * A handshake with its secrets.
     *
     * @param rule as the document declares it
     */
    public record DeclaredHandshake(HandshakeRule rule, List<Secret> secrets) {

        /** Keeps an immutable copy. */
        public DeclaredHandshake {
            secrets = List.copyOf(secrets);
        }

        /** Whether a token that was sent is one of its secrets; in constant time. */
        boolean isSecret(String token) {
            byte[] sent = token.getBytes(StandardCharsets.UTF_8);
            boolean found = false;
            for (Secret secret : secrets) {
                found |= MessageDigest.isEqual(secret.reveal().getBytes(StandardCharsets.UTF_8), sent);
            }
            return found;
        }
    }

    /** Keeps an immutable copy. */
    public SourcesConfig {
        declared = List.copyOf(declared);
    }

    /** Reads the section, every document of its directory, and every secret that they name. */
    public static SourcesConfig read(ConfigSection section, HttpConfig http) {
        Optional<String> directory = section.optionalText(
                DIRECTORY,
                "A directory of documents, NAME.yaml for each source that may send: an analytics library, a webhook,"
                        + " CloudEvents. None: only holders of gateway.http.tokens send.");
        Optional<String> publicUrl = section.optionalText(
                "publicUrl",
                "The public URL of this gateway, such as https://events.example.org, where it is behind a proxy; some senders sign"
                        + " the URL that they call.");
        Reader reader = new Reader(section, http);
        return new SourcesConfig(directory.map(reader::sources).orElse(List.of()), publicUrl.flatMap(reader::url));
    }

    /** Reads the documents of a directory, and resolves their secrets. */
    private static final class Reader {
        private final ConfigSection section;
        private final HttpConfig http;

        private Reader(ConfigSection section, HttpConfig http) {
            this.section = section;
            this.http = http;
        }

        private Optional<URI> url(String text) {
            if (text.matches("https?://[A-Za-z0-9.:\\[\\]-]+/?")) {
                return Optional.of(URI.create(text));
            }
            section.reject("publicUrl", "expected a URL of scheme, host and port alone, was " + text);
            return Optional.empty();
        }

        private List<DeclaredSource> sources(String directory) {
            List<DeclaredSource> sources = new ArrayList<>();
            for (Path file : files(directory)) {
                try {
                    Source source = SourceDocument.at(file);
                    requireSignatureBeyondLoopback(source);
                    sources.add(declared(source));
                } catch (InvalidDocumentException e) {
                    section.reject(DIRECTORY, String.valueOf(e.getMessage()));
                }
            }
            return sources;
        }

        private List<Path> files(String directory) {
            try (Stream<Path> entries = Files.list(Path.of(directory))) {
                return entries.filter(file -> file.toString().matches(".*\\.ya?ml"))
                        .sorted()
                        .toList();
            } catch (IOException | InvalidPathException e) {
                section.reject(DIRECTORY, "expected a directory that can be read, was " + directory + " (" + e + ")");
                return List.of();
            }
        }

        private void requireSignatureBeyondLoopback(Source source) {
            boolean isUnsigned = source.webhook().isPresent()
                    && !source.webhook().get().signature().checks();
            if (isUnsigned && !http.isLoopback()) {
                section.reject(
                        DIRECTORY,
                        "source " + source.name()
                                + ": its signature's scheme is none, which is allowed on loopback only");
            }
        }

        private DeclaredSource declared(Source source) {
            List<Secret> secrets = secrets(
                    source,
                    source.secrets(),
                    secret -> source.webhook()
                            .flatMap(webhook -> webhook.signature().problemWith(secret)));
            List<DeclaredHandshake> handshakes = new ArrayList<>();
            for (Handshake handshake : source.webhook().map(Webhook::handshakes).orElse(List.of())) {
                List<Secret> own = secrets(source, handshake.secrets(), secret -> Optional.empty());
                handshakes.add(new DeclaredHandshake(
                        handshake.rule(), handshake.secrets().isEmpty() ? secrets : own));
            }
            return new DeclaredSource(source, secrets, handshakes);
        }

        private List<Secret> secrets(
                Source source, List<SecretReference> references, Function<Secret, Optional<String>> check) {
            List<Secret> secrets = new ArrayList<>();
            for (SecretReference reference : references) {
                try {
                    Secret secret = reference.resolve(section.variables());
                    check.apply(secret).ifPresent(problem -> refuse(source, reference + ": " + problem));
                    secrets.add(secret);
                } catch (MissingSecretException e) {
                    refuse(source, String.valueOf(e.getMessage()));
                }
            }
            return secrets;
        }

        private void refuse(Source source, String message) {
            section.reject(DIRECTORY, "source " + source.name() + ": secrets: " + message);
        }
    }
}
