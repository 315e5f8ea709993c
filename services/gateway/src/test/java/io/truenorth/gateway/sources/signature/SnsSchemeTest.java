package io.truenorth.gateway.sources.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.documents.InvalidDocumentException;
import io.truenorth.gateway.OpenSslCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of Amazon SNS, signed by openssl with a certificate that it made. */
class SnsSchemeTest {

    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:mails";
    private static final String CERTIFICATE =
            "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef.pem";
    private static final String SUBSCRIBE =
            "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=" + TOPIC + "&Token=23";

    @TempDir
    private Path directory;

    private final List<URI> fetched = new ArrayList<>();
    private OpenSslCommand.Keys keys;
    private SnsScheme scheme;

    @BeforeEach
    void createScheme() {
        keys = OpenSslCommand.rsa(directory);
        byte[] certificate = keys.certificate();
        scheme = new SnsScheme(Set.of(TOPIC), url -> {
            fetched.add(url);
            return Optional.of(certificate);
        });
    }

    @ParameterizedTest
    @CsvSource({"1, sha1", "2, sha256"})
    void aNotificationIsVerifiedByTheCertificateThatIsFetchedOnce(String version, String hash) {
        for (int i = 0; i < 3; i++) {
            assertThat(rejection(notification(version, hash, ""))).isEmpty();
        }
        assertThat(rejection(notification(version, hash, "A subject"))).isEmpty();

        assertThat(fetched).containsExactly(URI.create(CERTIFICATE));
    }

    @Test
    void whatIsChangedIsRejected() {
        for (String name : List.of("Message", "MessageId", "Timestamp", "Signature")) {
            ObjectNode changed = notification("2", "sha256", "A subject");
            changed.put(name, "QUJD");
            assertThat(rejection(changed)).as(name).hasValue("the Signature does not match this message");
        }
        ObjectNode downgraded = notification("2", "sha256", "");
        assertThat(rejection(downgraded.put("SignatureVersion", "1"))).isPresent();
        assertThat(rejection(downgraded.put("SignatureVersion", "3")))
                .hasValue("expected a Signature in base64, of SignatureVersion 1 or 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://sns.eu-west-1.amazonaws.com/SimpleNotificationService-01.pem",
                "https://sns.eu-west-1.amazonaws.com.evil.example/SimpleNotificationService-01.pem",
                "https://evil.example/SimpleNotificationService-01.pem",
                "https://sns.eu-west-1.amazonaws.com@evil.example/SimpleNotificationService-01.pem",
                "https://user@sns.eu-west-1.amazonaws.com/SimpleNotificationService-01.pem",
                "https://sns.eu-west-1.amazonaws.com:8443/SimpleNotificationService-01.pem",
                "https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-01.pem?x=y",
                "https://sns.eu-west-1.amazonaws.com/evil/../x.pem",
                "https://s3.amazonaws.com/sns.pem",
                "not a url"
            })
    void certificatesAreFetchedFromAmazonAlone(String url) {
        ObjectNode message = notification("2", "sha256", "").put("SigningCertURL", url);

        assertThat(rejection(message)).hasValue("expected a SigningCertURL of https://sns.REGION.amazonaws.com");
        assertThat(fetched).isEmpty();
    }

    @Test
    void hostsInChinaAreAmazonToo() {
        ObjectNode message = notification("2", "sha256", "")
                .put("SigningCertURL", CERTIFICATE.replace("eu-west-1.amazonaws.com", "cn-north-1.amazonaws.com.cn"));

        assertThat(rejection(message)).isEmpty();
    }

    @Test
    void aTopicThatIsNotListedIsRejectedBeforeAnythingIsFetched() {
        ObjectNode message = notification("2", "sha256", "").put("TopicArn", TOPIC + "-2");

        assertThat(rejection(message))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("expected a topic that the source lists"));
        assertThat(rejection(JsonNodeFactory.instance.objectNode().put("eventType", "Open")))
                .hasValue("expected a message of SNS with its envelope, without raw message delivery");
        assertThat(fetched).isEmpty();
    }

    @Test
    void aSubscriptionOfAListedTopicIsConfirmed() {
        RawRequest confirmation = request(confirmation(SUBSCRIBE));

        assertThat(scheme.rejection(confirmation, List.of(), SigningSystems.NOW))
                .isEmpty();
        assertThat(scheme.completesHandshake(confirmation)).isTrue();
        assertThat(scheme.completesHandshake(request(notification("2", "sha256", ""))))
                .isFalse();

        assertThat(fetched).containsExactly(URI.create(CERTIFICATE), URI.create(SUBSCRIBE));
    }

    @Test
    void aSubscriptionIsConfirmedAtAmazonAlone() {
        RawRequest confirmation = request(confirmation("https://evil.example/?Action=ConfirmSubscription"));

        assertThatThrownBy(() -> scheme.completesHandshake(confirmation))
                .isInstanceOf(SenderUnreachableException.class);
        assertThat(fetched).isEmpty();
    }

    @Test
    void whileAmazonDoesNotAnswerTheMessageIsToBeSentAgain() {
        SnsScheme silent = new SnsScheme(Set.of(TOPIC), url -> {
            throw new IOException("sns.eu-west-1.amazonaws.com does not answer");
        });

        assertThatThrownBy(
                        () -> silent.rejection(request(notification("2", "sha256", "")), List.of(), SigningSystems.NOW))
                .isInstanceOf(SenderUnreachableException.class)
                .hasMessage("sns.eu-west-1.amazonaws.com does not answer");
    }

    @Test
    void aCertificateThatIsNoneOrExpiredIsRejected() {
        SnsScheme broken = new SnsScheme(Set.of(TOPIC), url -> Optional.of(new byte[] {1, 2, 3}));
        RawRequest message = request(notification("2", "sha256", ""));

        assertThat(broken.rejection(message, List.of(), SigningSystems.NOW))
                .hasValue("expected a valid certificate at the SigningCertURL");
        assertThat(scheme.rejection(message, List.of(), SigningSystems.NOW.plus(Duration.ofDays(400))))
                .hasValue("expected a valid certificate at the SigningCertURL");
    }

    @Test
    void theTopicsAreRequired() {
        assertThatThrownBy(() -> SignatureSchemes.of("{ scheme: sns }"))
                .isInstanceOf(InvalidDocumentException.class)
                .hasMessageContaining("topics: expected, but missing");
        assertThatThrownBy(() -> SignatureSchemes.of("{ scheme: sns, topics: [ mails ] }"))
                .hasMessageContaining("expected the ARN of a topic");
        assertThat(SignatureSchemes.of("{ scheme: sns, topics: [ \"" + TOPIC + "\" ] }")
                        .description())
                .isEqualTo("a signature of Amazon SNS, of one topic");
    }

    private ObjectNode notification(String version, String hash, String subject) {
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("Type", "Notification")
                .put("MessageId", "m-1")
                .put("TopicArn", TOPIC)
                .put("Message", "{\"eventType\":\"Open\"}\nZürich")
                .put("Timestamp", "2026-03-01T12:00:00.000Z")
                .put("SignatureVersion", version)
                .put("SigningCertURL", CERTIFICATE);
        if (!subject.isEmpty()) {
            message.put("Subject", subject);
        }
        String signed = "Message\n{\"eventType\":\"Open\"}\nZürich\nMessageId\nm-1\n"
                + (subject.isEmpty() ? "" : "Subject\n" + subject + "\n")
                + "Timestamp\n2026-03-01T12:00:00.000Z\nTopicArn\n" + TOPIC + "\nType\nNotification\n";
        return message.put("Signature", OpenSslCommand.base64(keys.sign(hash, signed)));
    }

    private ObjectNode confirmation(String subscribeUrl) {
        String signed = "Message\nYou have chosen to subscribe\nMessageId\nm-2\nSubscribeURL\n" + subscribeUrl
                + "\nTimestamp\n2026-03-01T12:00:00.000Z\nToken\n23\nTopicArn\n" + TOPIC
                + "\nType\nSubscriptionConfirmation\n";
        return JsonNodeFactory.instance
                .objectNode()
                .put("Type", "SubscriptionConfirmation")
                .put("MessageId", "m-2")
                .put("TopicArn", TOPIC)
                .put("Token", "23")
                .put("Message", "You have chosen to subscribe")
                .put("SubscribeURL", subscribeUrl)
                .put("Timestamp", "2026-03-01T12:00:00.000Z")
                .put("SignatureVersion", "2")
                .put("SigningCertURL", CERTIFICATE)
                .put("Signature", OpenSslCommand.base64(keys.sign("sha256", signed)));
    }

    private Optional<String> rejection(ObjectNode message) {
        return scheme.rejection(request(message), List.of(), SigningSystems.NOW);
    }

    private static RawRequest request(ObjectNode message) {
        return SigningSystems.request(
                message.toString(), Map.of("Content-Type", "text/plain; charset=UTF-8"), Map.of());
    }
}
