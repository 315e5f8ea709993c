package io.truenorth.schemas.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.truenorth.schemas.AvroTopics;
import io.truenorth.schemas.FailedTouchpoint;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import java.io.IOException;
import org.apache.avro.Schema;

/** Renders {@code docs/asyncapi.yaml}: a channel per topic, a message with its Avro schema per value. */
final class AsyncApiDocument {
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    private static final String AVRO_SCHEMA = "application/vnd.apache.avro+json;version=1.9.0";

    private AsyncApiDocument() {}

    static String render() throws IOException {
        ObjectNode document = YAML.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Truenorth")
                .put("version", "1")
                .put(
                        "description",
                        "The topics of Truenorth. Generated from the topic catalogue and the schemas; contracts.md"
                                + " has the same content as a page.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0.txt");
        ObjectNode channels = document.putObject("channels");
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (Topic<?, ?> topic : Topics.all()) {
            channel(channels.putObject(topic.name()), topic);
            message(messages.putObject(messageName(topic)), topic);
        }
        return YAML.writeValueAsString(document);
    }

    private static void channel(ObjectNode channel, Topic<?, ?> topic) {
        String message = messageName(topic);
        channel.put("address", topic.name()).put("description", topic.description());
        channel.putObject("messages").putObject(message).put("$ref", "#/components/messages/" + message);
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", topic.name()).put("partitions", topic.partitions());
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        configuration.putArray("cleanup.policy").add(topic.kind().cleanupPolicy());
        configuration.put("retention.ms", topic.retention().millis());
        configuration.put("max.message.bytes", topic.largestRecord().bytes());
        kafka.put("bindingVersion", "0.5.0");
        channel.put("x-message-timestamp-type", topic.recordTime().timestampType());
    }

    private static void message(ObjectNode message, Topic<?, ?> topic) throws IOException {
        message.put("name", messageName(topic));
        if (AvroTopics.all().anyMatch(topic::equals)) {
            avro(message, AvroTopics.currentSchema(topic));
        } else if (topic.equals(Topics.CUSTOMER_REDIRECTS)) {
            message.put("contentType", "text/plain").put("summary", topic.description());
            message.putObject("payload").put("type", "string");
            message.putObject("bindings").putObject("kafka").putObject("key").put("type", "string");
        } else {
            message.put("contentType", "application/octet-stream").put("summary", topic.description());
            headers(message.putObject("headers"));
            message.putObject("payload").put("type", "string").put("format", "binary");
            message.putObject("bindings")
                    .putObject("kafka")
                    .putObject("key")
                    .put("type", "string")
                    .put("format", "binary");
        }
    }

    private static void headers(ObjectNode headers) {
        headers.put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        ArrayNode required = headers.putArray("required");
        for (FailedTouchpoint.Header header : FailedTouchpoint.Header.values()) {
            properties.putObject(header.key()).put("type", "string").put("description", header.meaning());
            required.add(header.key());
        }
    }

    private static void avro(ObjectNode message, Schema schema) throws IOException {
        message.put("contentType", "application/vnd.apache.avro").put("summary", schema.getDoc());
        message.putObject("payload")
                .put("schemaFormat", AVRO_SCHEMA)
                .set("schema", new ObjectMapper().readTree(schema.toString()));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string");
        kafka.put("schemaIdLocation", "payload")
                .put("schemaIdPayloadEncoding", "confluent")
                .put("schemaLookupStrategy", "TopicNameStrategy")
                .put("bindingVersion", "0.5.0");
    }

    private static String messageName(Topic<?, ?> topic) {
        if (topic.equals(Topics.CUSTOMER_REDIRECTS)) {
            return "CustomerRedirect";
        }
        return AvroTopics.all().anyMatch(topic::equals) ? topic.value().describe() : "FailedTouchpoint";
    }
}
