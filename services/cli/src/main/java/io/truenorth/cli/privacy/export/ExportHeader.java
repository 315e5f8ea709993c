package io.truenorth.cli.privacy.export;

import io.truenorth.deployment.Deployment;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The first line of an export: of whom it is, when and from which system, and what it does not have.
 *
 * @param at when it was begun
 * @param asked the identity of the request, as stored
 * @param customer the id of the customer who has it
 * @param identities all identities of the customer
 * @param streams the streams service that was asked
 * @param bootstrapServers of the Kafka cluster whose topics were read
 * @param topicPrefix of the deployment's topics; empty if they have none
 * @param notListed what the system may have of the person beyond the export
 */
record ExportHeader(
        Instant at,
        String asked,
        String customer,
        Set<String> identities,
        URI streams,
        String bootstrapServers,
        String topicPrefix,
        List<String> notListed) {

    private static final List<String> NOT_LISTED = List.of(
            "Events without an identity that wait for the first event with both their reference and an identity: whose they are"
                    + " is not known yet.",
            "References that no event on the topic touchpoints has any more: what is stored of them cannot be queried.");

    static ExportHeader of(DataSubject person, Deployment deployment, Instant now) {
        return new ExportHeader(
                now,
                person.asked(),
                person.customer(),
                person.identities(),
                deployment.queries(),
                deployment.kafka().bootstrapServers(),
                deployment.topics().prefix(),
                NOT_LISTED);
    }
}
