package io.truenorth.gateway.sources.signature;

import com.fasterxml.jackson.databind.JsonNode;
import io.truenorth.gateway.json.JsonNodes;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** An envelope of Amazon SNS, with the text that it signs. */
record SnsMessage(JsonNode envelope) {

    static final String CONFIRMATION = "SubscriptionConfirmation";

    private static final String NOTIFICATION = "Notification";
    private static final List<String> OF_NOTIFICATION =
            List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
    private static final List<String> OF_CONFIRMATION =
            List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");

    private static final Pattern HOST = Pattern.compile("sns\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?");
    private static final Pattern CERTIFICATE = Pattern.compile("/SimpleNotificationService-[0-9A-Za-z]+\\.pem");

    String type() {
        return text("Type").orElse("");
    }

    String topic() {
        return text("TopicArn").orElse("");
    }

    boolean isConfirmation() {
        return type().equals(CONFIRMATION);
    }

    /** The algorithm of the signature, by its name in Java; empty if it is of an unknown version. */
    Optional<String> algorithm() {
        return switch (text("SignatureVersion").orElse("")) {
            case "1" -> Optional.of("SHA1withRSA");
            case "2" -> Optional.of("SHA256withRSA");
            default -> Optional.empty();
        };
    }

    Optional<byte[]> signature() {
        return text("Signature").flatMap(Encoding.BASE64::decode);
    }

    /** What is signed: some members, each name and value on a line of its own; a subject only where there is one. */
    byte[] signed() {
        StringBuilder text = new StringBuilder();
        for (String name : type().equals(NOTIFICATION) ? OF_NOTIFICATION : OF_CONFIRMATION) {
            text(name)
                    .ifPresent(value ->
                            text.append(name).append('\n').append(value).append('\n'));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Where the certificate of the signature is; empty if that is not at Amazon. */
    Optional<URI> certificate() {
        return text("SigningCertURL")
                .flatMap(SnsMessage::atAmazon)
                .filter(url -> url.getRawQuery() == null
                        && CERTIFICATE.matcher(String.valueOf(url.getRawPath())).matches());
    }

    /** The URL by which a subscription is confirmed; empty if that is not at Amazon. */
    Optional<URI> subscribeUrl() {
        return text("SubscribeURL").flatMap(SnsMessage::atAmazon);
    }

    private static Optional<URI> atAmazon(String text) {
        try {
            URI url = new URI(text);
            boolean isAmazon = "https".equals(url.getScheme())
                    && url.getHost() != null
                    && HOST.matcher(url.getHost()).matches()
                    && url.getRawUserInfo() == null
                    && (url.getPort() == -1 || url.getPort() == 443);
            return isAmazon ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Optional<String> text(String name) {
        return JsonNodes.member(envelope, name).flatMap(JsonNodes::string);
    }
}
