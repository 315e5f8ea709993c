package io.truenorth.gateway.sources.signature;

import io.truenorth.documents.DocumentNode;
import io.truenorth.documents.DocumentSection;
import io.truenorth.documents.Excerpt;
import io.truenorth.service.config.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Messages of Amazon SNS, signed by a certificate of Amazon's. The certificate is fetched once, from hosts of Amazon's alone; the
 * subscription of a topic that the document lists is confirmed.
 */
final class SnsScheme implements SignatureScheme {

    private static final Pattern TOPIC = Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_.-]{1,256}");
    private static final int MAX_CERTIFICATES = 100;

    private final Set<String> topics;
    private final UrlFetcher fetcher;
    private final Map<URI, X509Certificate> certificates = new ConcurrentHashMap<>();

    /** @param topics whose messages are accepted */
    SnsScheme(Set<String> topics, UrlFetcher fetcher) {
        this.topics = Set.copyOf(topics);
        this.fetcher = fetcher;
    }

    @Override
    public Optional<String> rejection(RawRequest request, List<Secret> secrets, Instant now) {
        Optional<SnsMessage> message = request.payload().map(SnsMessage::new);
        if (message.isEmpty() || message.get().type().isEmpty()) {
            return Optional.of("expected a message of SNS with its envelope, without raw message delivery");
        }
        if (!topics.contains(message.get().topic())) {
            return Optional.of("expected a topic that the source lists, was "
                    + Excerpt.of(message.get().topic()));
        }
        return signatureRejection(message.get(), now);
    }

    private Optional<String> signatureRejection(SnsMessage message, Instant now) {
        Optional<String> algorithm = message.algorithm();
        Optional<byte[]> signature = message.signature();
        if (algorithm.isEmpty() || signature.isEmpty()) {
            return Optional.of("expected a Signature in base64, of SignatureVersion 1 or 2");
        }
        Optional<URI> url = message.certificate();
        if (url.isEmpty()) {
            return Optional.of("expected a SigningCertURL of https://sns.REGION.amazonaws.com");
        }
        Optional<X509Certificate> certificate = certificate(url.get()).filter(some -> isValid(some, now));
        if (certificate.isEmpty()) {
            return Optional.of("expected a valid certificate at the SigningCertURL");
        }
        return PublicKeyVerifier.verifies(
                        algorithm.get(), certificate.get().getPublicKey(), signature.get(), message.signed())
                ? Optional.empty()
                : Optional.of("the Signature does not match this message");
    }

    private static boolean isValid(X509Certificate certificate, Instant now) {
        try {
            certificate.checkValidity(Date.from(now));
            return true;
        } catch (CertificateException e) {
            return false;
        }
    }

    private Optional<X509Certificate> certificate(URI url) {
        Optional<X509Certificate> known = Optional.ofNullable(certificates.get(url));
        if (known.isPresent()) {
            return known;
        }
        Optional<X509Certificate> fetched = fetch(url).flatMap(SnsScheme::parse);
        if (certificates.size() < MAX_CERTIFICATES) {
            fetched.ifPresent(certificate -> certificates.put(url, certificate));
        }
        return fetched;
    }

    private Optional<byte[]> fetch(URI url) {
        try {
            return fetcher.fetch(url);
        } catch (IOException e) {
            throw new SenderUnreachableException(e);
        }
    }

    private static Optional<X509Certificate> parse(byte[] pem) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Confirms the subscription that a request asks about, as Amazon sends nothing before. */
    @Override
    public boolean completesHandshake(RawRequest request) {
        Optional<SnsMessage> message = request.payload().map(SnsMessage::new).filter(SnsMessage::isConfirmation);
        if (message.isEmpty()) {
            return false;
        }
        boolean confirmed = message.get().subscribeUrl().flatMap(this::fetch).isPresent();
        if (!confirmed) {
            throw new SenderUnreachableException("Amazon did not confirm the subscription at its SubscribeURL");
        }
        return true;
    }

    @Override
    public Optional<String> problemWith(Secret secret) {
        return Optional.of("expected no secret, as Amazon signs by its certificate");
    }

    @Override
    public boolean needsSecrets() {
        return false;
    }

    @Override
    public String description() {
        return "a signature of Amazon SNS, of " + (topics.size() == 1 ? "one topic" : topics.size() + " topics");
    }

    /** The section of a document whose scheme is {@code sns}. */
    static SignatureScheme read(DocumentSection section) {
        DocumentNode topics = section.required("topics");
        List<String> arns = topics.list().stream().map(SnsScheme::topic).toList();
        if (topics.isPresent() && arns.isEmpty()) {
            topics.problem("expected at least one topic");
        }
        return new SnsScheme(new HashSet<>(arns), new HttpsFetcher());
    }

    private static String topic(DocumentNode node) {
        String arn = node.text("");
        if (!TOPIC.matcher(arn).matches()) {
            node.problem("expected the ARN of a topic, such as arn:aws:sns:eu-west-1:123456789012:mails, was "
                    + Excerpt.of(arn));
        }
        return arn;
    }
}
