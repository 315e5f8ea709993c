package io.truenorth.gateway.sources.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.truenorth.contract.Touchpoint;
import io.truenorth.gateway.EndpointUnderTest;
import io.truenorth.gateway.OpenSslCommand;
import io.truenorth.gateway.admission.Sender;
import io.truenorth.gateway.admission.SourceAuthenticator;
import io.truenorth.gateway.ingest.IngestPipeline.ConfiguredSource;
import io.truenorth.gateway.sources.WebhookEndpoint;
import io.truenorth.gateway.sources.WebhookEndpoint.Webhook;
import io.truenorth.gateway.sources.WebhookTranslation;
import io.truenorth.gateway.sources.document.SourceDocument;
import io.truenorth.gateway.sources.mapping.RequestMethod;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails of Amazon SES, told by SNS with its signatures. */
class SnsWebhookTest {

    private static final String TOPIC = "arn:aws:sns:eu-west-1:123456789012:mails";
    private static final String AMAZON = "https://sns.eu-west-1.amazonaws.com/";
    private static final String OPENED = """
            {"eventType":"Open","mail":{"messageId":"m-1","destination":["ann@shop.example.org"]},"open":{"timestamp":"2026-03-01T11:00:00Z"}}""";

    @TempDir
    private Path directory;

    private final List<URI> fetched = new ArrayList<>();
    private final AtomicBoolean amazonAnswers = new AtomicBoolean(true);
    private OpenSslCommand.Keys keys;
    private EndpointUnderTest gateway;

    @BeforeEach
    void start() {
        keys = OpenSslCommand.rsa(directory);
        byte[] certificate = keys.certificate();
        SnsScheme scheme = new SnsScheme(Set.of(TOPIC), url -> {
            if (!amazonAnswers.get()) {
                throw new IOException("sns.eu-west-1.amazonaws.com does not answer");
            }
            fetched.add(url);
            return Optional.of(certificate);
        });
        WebhookTranslation translation = new WebhookTranslation(SourceDocument.shipped("amazon-ses")
                .orElseThrow()
                .webhook()
                .orElseThrow()
                .mapping());
        Sender sender = new Sender("ses", List.of(), Set.of(), Optional.empty(), Set.of(), Set.of(), Optional.empty());
        Webhook webhook = new Webhook(
                new ConfiguredSource<>(sender, translation), RequestMethod.POST, List.of(), scheme, List.of());
        gateway = new EndpointUnderTest(
                translation,
                (authenticator, pipeline) -> new WebhookEndpoint(
                        new SourceAuthenticator<>(List.of(webhook), Webhook::sender, System::nanoTime),
                        pipeline,
                        Optional.empty()));
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void aSignedNotificationBecomesAnEvent() {
        assertThat(send(notification()).body()).contains("\"accepted\":1");
        assertThat(send(notification().put("Message", OPENED.replace("ann", "bob")))
                        .statusCode())
                .isEqualTo(401);

        assertThat(gateway.touchpoints()).extracting(Touchpoint::getKind).containsExactly("email_opened");
    }

    @Test
    void aSubscriptionIsConfirmedAndStoresNothing() {
        HttpResponse<String> answer = send(confirmation());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(fetched).hasSize(2).contains(URI.create(AMAZON + "?Action=ConfirmSubscription"));
        assertThat(gateway.touchpoints()).isEmpty();
        assertThat(gateway.failed()).isEmpty();
    }

    @Test
    void whileAmazonDoesNotAnswerSnsIsToSendAgain() {
        amazonAnswers.set(false);

        HttpResponse<String> answer = send(notification());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("does not answer; send this request again");
        amazonAnswers.set(true);
        assertThat(send(notification()).statusCode()).isEqualTo(200);
    }

    private ObjectNode notification() {
        return signed(
                envelope("Notification").put("Message", OPENED),
                "Message\n" + OPENED + "\nMessageId\ns-1\nTimestamp\n2026-03-01T11:00:01Z\nTopicArn\n" + TOPIC
                        + "\nType\nNotification\n");
    }

    private ObjectNode confirmation() {
        String url = AMAZON + "?Action=ConfirmSubscription";
        return signed(
                envelope("SubscriptionConfirmation")
                        .put("Message", "Confirm")
                        .put("SubscribeURL", url)
                        .put("Token", "t"),
                "Message\nConfirm\nMessageId\ns-1\nSubscribeURL\n" + url
                        + "\nTimestamp\n2026-03-01T11:00:01Z\nToken\nt\nTopicArn\n" + TOPIC
                        + "\nType\nSubscriptionConfirmation\n");
    }

    private static ObjectNode envelope(String type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Type", type)
                .put("MessageId", "s-1")
                .put("TopicArn", TOPIC)
                .put("Timestamp", "2026-03-01T11:00:01Z")
                .put("SignatureVersion", "2")
                .put("SigningCertURL", AMAZON + "SimpleNotificationService-01.pem");
    }

    private ObjectNode signed(ObjectNode message, String text) {
        return message.put("Signature", OpenSslCommand.base64(keys.sign("sha256", text)));
    }

    private HttpResponse<String> send(ObjectNode message) {
        return gateway.post(
                "/v1/sources/ses", message.toString().getBytes(UTF_8), "Content-Type", "text/plain; charset=UTF-8");
    }
}
