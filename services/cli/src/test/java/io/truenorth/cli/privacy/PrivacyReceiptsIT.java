package io.truenorth.cli.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.truenorth.cli.CommandRun;
import io.truenorth.contract.Consent;
import io.truenorth.contract.ErasedPlace;
import io.truenorth.contract.ErasureAction;
import io.truenorth.contract.Identity;
import io.truenorth.contract.IdentityRequest;
import io.truenorth.contract.IdentitySuppression;
import io.truenorth.contract.LaterEvents;
import io.truenorth.contract.LedgerPart;
import io.truenorth.contract.PrivacyOutcome;
import io.truenorth.contract.PrivacyReceipt;
import io.truenorth.contract.Touchpoint;
import io.truenorth.deployment.Deployment;
import io.truenorth.deployment.DeploymentConfig;
import io.truenorth.deployment.Provisioning;
import io.truenorth.deployment.RecordsUpToNow;
import io.truenorth.embedded.EmbeddedPlatform;
import io.truenorth.identity.IdentityHash;
import io.truenorth.query.ApiJson;
import io.truenorth.query.CustomerConsent;
import io.truenorth.query.CustomerConsent.SaidConsent;
import io.truenorth.query.IdentitiesReport;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.LedgerFileWriter;
import io.truenorth.schemas.serde.RecordSerdes;
import io.truenorth.service.config.ConfigSources;
import io.truenorth.service.config.Configuration;
import io.truenorth.streams.topology.StreamsTopology;
import io.truenorth.testsupport.EmbeddedPlatformExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands read receipts that the test writes in the place of the streams service, on a deployment of its own. */
@ExtendWith(EmbeddedPlatformExtension.class)
class PrivacyReceiptsIT {
    private static final String PREFIX = "privacy-it-";
    private static final String APPLICATION = "privacy-it-streams";
    private static final String CHANGELOG = APPLICATION + "-customers-changelog";
    private static final Map<String, String> CHANGELOG_SETTINGS =
            Map.of("cleanup.policy", "compact", "segment.ms", "600000", "max.compaction.lag.ms", "86400000");

    private final Instant erased = Instant.now();
    private EmbeddedPlatform platform;
    private DeploymentConfig deployment;
    private RecordSerdes serdes;
    private KafkaProducer<byte[], byte[]> producer;
    private HttpServer gateway;

    @TempDir
    private Path directory;

    private Path config;

    @BeforeEach
    void start(EmbeddedPlatform shared) throws Exception {
        platform = shared;
        deployment = Configuration.read(ConfigSources.of(environment()), DeploymentConfig::read);
        new Provisioning(deployment).ofSharedRegistry();
        createInternalTopics();
        serdes = deployment.registry().serdes();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", platform.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        config = Files.writeString(directory.resolve("truenorth.yaml"), """
                kafka: { bootstrapServers: '%s' }
                registry: { url: '%s', properties: { %s } }
                topics: { prefix: %s, partitions: 2, replication: 1 }
                streams: { applicationId: %s }
                """.formatted(
                        platform.bootstrapServers(), platform.registryUrl(), properties(), PREFIX, APPLICATION));
    }

    /** As the streams service does when it starts. */
    private void createInternalTopics() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.createTopics(StreamsTopology.internalTopics(APPLICATION).stream()
                            .map(name -> new NewTopic(name, 1, (short) 1)
                                    .configs(name.endsWith("changelog") ? CHANGELOG_SETTINGS : Map.of()))
                            .toList())
                    .all()
                    .get();
        }
    }

    private String properties() {
        List<String> pairs = new ArrayList<>();
        platform.registryProperties().forEach((name, value) -> pairs.add("'" + name + "': '" + value + "'"));
        return String.join(", ", pairs);
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("TRUENORTH_KAFKA_BOOTSTRAP_SERVERS", platform.bootstrapServers());
        environment.put("TRUENORTH_REGISTRY_URL", platform.registryUrl());
        environment.put("TRUENORTH_REGISTRY_PROPERTIES", ConfigSources.pairs(platform.registryProperties()));
        environment.put("TRUENORTH_TOPICS_PREFIX", PREFIX);
        environment.put("TRUENORTH_TOPICS_PARTITIONS", "2");
        environment.put("TRUENORTH_TOPICS_REPLICATION", "1");
        return environment;
    }

    @AfterEach
    void stop() throws Exception {
        gateway.stop(0);
        producer.close();
        serdes.registry().close();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            List<String> ours = admin.listTopics().names().get().stream()
                    .filter(name -> name.startsWith(PREFIX))
                    .toList();
            admin.deleteTopics(ours).all().get();
        }
    }

    private <V extends SpecificRecordBase> void write(Topic<String, V> topic, String key, V value) throws Exception {
        Topic<String, V> here = deployment.topics().catalogue().topic(topic);
        byte[] bytes = value == null ? null : serdes.value(here).serializer().serialize(here.name(), value);
        write(here.name(), key, bytes);
    }

    private void write(String topic, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value))
                .get();
    }

    private PrivacyReceipt receipt(String id, LaterEvents laterEvents, Instant executedAt, String... identities) {
        long month = executedAt.plus(Duration.ofDays(31)).toEpochMilli();
        return new PrivacyReceipt(
                id,
                PrivacyOutcome.ERASED,
                List.of(identities).stream().map(IdentityHash::of).toList(),
                "officer",
                executedAt.toEpochMilli(),
                executedAt.toEpochMilli(),
                laterEvents,
                null,
                List.of(
                        new ErasedPlace(PREFIX + "touchpoints", ErasureAction.EXPIRES, month),
                        new ErasedPlace(PREFIX + "identity-requests", ErasureAction.EXPIRES, month),
                        new ErasedPlace(PREFIX + "touchpoints-failed", ErasureAction.EXPIRES, month),
                        new ErasedPlace(PREFIX + "relationship-scores", ErasureAction.TOMBSTONE, month),
                        new ErasedPlace("customers", ErasureAction.REMOVED, month),
                        new ErasedPlace(CHANGELOG, ErasureAction.TOMBSTONE, month)));
    }

    private static Touchpoint touchpoint(String value, Instant at) {
        return Touchpoint.newBuilder()
                .setEventId("e-" + value + at)
                .setIdentities(List.of(new Identity("crm", value)))
                .setOccurredAt(at.toEpochMilli())
                .setReceivedAt(at.toEpochMilli())
                .setChannel("web")
                .setKind("page_viewed")
                .build();
    }

    private CommandRun run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("privacy"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--config", config.toString()));
        return CommandRun.now(all.toArray(String[]::new));
    }

    /** The key of the receipt of a request that names an identity. */
    private static String key(String requestId, String identity) {
        return requestId + "/" + IdentityHash.of(identity);
    }

    /** The streams service answers a request that names an identity as soon as the gateway has it. */
    private void answerWith(String identity, PrivacyReceipt receipt) {
        gateway.createContext("/v1/privacy/", exchange -> {
            byte[] body = ("{\"requestId\": \"" + receipt.getRequestId() + "\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(202, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
            try {
                write(Topics.PRIVACY_RECEIPTS, key(receipt.getRequestId(), identity), receipt);
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
        gateway.start();
    }

    private String url() {
        return "http://127.0.0.1:" + gateway.getAddress().getPort();
    }

    @Test
    void anErasureWaitsForItsReceiptAndPrintsIt() {
        answerWith("crm:c-1", receipt("dsr-1", LaterEvents.BEGIN_ANEW, erased, "crm:c-1", "card:4711"));

        CommandRun text = run("erase", "crm:c-1", "--request-id", "dsr-1", "--gateway-url", url());
        CommandRun json = run("erase", "crm:c-1", "--request-id", "dsr-1", "--format", "jsonl", "--gateway-url", url());

        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out())
                .startsWith("request dsr-1: erased a customer with 2 identities (")
                .contains("asked for by officer", "privacy-it-touchpoints", "expires by retention");
        assertThat(json.out())
                .startsWith("{\"type\":\"receipt\",\"requestId\":\"dsr-1\",\"outcome\":\"erased\",\"identities\":[\""
                        + IdentityHash.of("crm:c-1"))
                .contains("\"laterEvents\":\"begin_anew\"", "\"action\":\"tombstone\"");
    }

    @Test
    void withoutAReceiptTheRequestIsStoredAndTheCommandSaysSo() {
        answerWith("crm:c-1", receipt("another", LaterEvents.DROP, erased, "crm:c-1"));
        gateway.removeContext("/v1/privacy/");
        gateway.createContext("/v1/privacy/", exchange -> {
            exchange.sendResponseHeaders(202, 0);
            exchange.getResponseBody().write("{\"requestId\": \"dsr-2\"}".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });

        CommandRun run = run("erase", "crm:c-1", "--wait", "1", "--gateway-url", url());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .endsWith(
                        "\ntruenorth: no receipt within 1 s: request dsr-2 is stored, and is executed once the streams"
                                + " service runs. For the receipt, run the command again with --request-id dsr-2\n");
    }

    @Test
    void whatIsLeftIsComparedWithTheReceipt() throws Exception {
        write(Topics.TOUCHPOINTS, "crm:c-1", touchpoint("c-1", erased.minusSeconds(60)));
        write(Topics.TOUCHPOINTS, "crm:c-11", touchpoint("c-11", erased.minusSeconds(60)));
        write(PREFIX + "relationship-scores", "crm:c-1", (byte[]) null);
        write(CHANGELOG, "ccrm:c-1\u0000\u0001", new byte[] {1});
        write(CHANGELOG, "ccrm:c-1\u0000\u0001", (byte[]) null);
        write(CHANGELOG, "s" + IdentityHash.of("crm:c-1") + "\u0000\u0001", new byte[] {1});
        Instant now = Instant.now();
        write(Topics.PRIVACY_RECEIPTS, "dsr-3", receipt("dsr-3", LaterEvents.BEGIN_ANEW, now, "crm:c-1"));

        CommandRun allowed = run("verify", "crm:c-1");
        CommandRun byHash = run("verify", "--receipt", "dsr-3");
        CommandRun json = run("verify", "crm:c-1", "--format", "jsonl");

        assertThat(allowed.exitCode()).as(allowed.out() + allowed.err()).isZero();
        assertThat(allowed.out())
                .contains(
                        "  privacy-it-privacy-receipts ",
                        "the hash of crm:c-1 in value",
                        "; the receipt\n",
                        "; the suppression\n",
                        "crm:c-1 in key, value")
                .doesNotContain("c-11", "! ")
                .contains("is on the receipt; the last of it is gone by ")
                .containsPattern(
                        "privacy-it-touchpoints +2 records +1 +\\d+ [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d UTC +0 +0 +0\n");
        assertThat(byHash.exitCode()).as(byHash.out() + byHash.err()).isZero();
        assertThat(byHash.out()).contains("crm:c-1 in key");
        assertThat(json.out().lines().toList())
                .allMatch(line -> line.matches("\\{\"type\":\"(finding|place|verdict)\".*"))
                .anyMatch(line ->
                        line.startsWith("{\"type\":\"place\",\"place\":\"privacy-it-touchpoints\",\"unit\":\"records\","
                                + "\"searched\":2,\"allowed\":1,\"allowedUntil\":\""))
                .last()
                .asString()
                .contains("\"violations\":0");
    }

    @Test
    void whatTheReceiptDoesNotAllowIsLeft() throws Exception {
        write(
                Topics.PRIVACY_RECEIPTS,
                "dsr-4",
                receipt("dsr-4", LaterEvents.DROP, erased.minusSeconds(600), "crm:c-4"));
        write(PREFIX + "stage-transitions", "crm:c-4", new byte[] {1});
        Path backup = Files.writeString(directory.resolve("backup.csv"), "customer\ncrm:c-4\n");

        CommandRun run = run("verify", "crm:c-4", "--file", backup.toString());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("! " + backup + " byte 9: crm:c-4 in content, of ", "; a file: delete it, or make it again\n")
                .contains("Erased on ", "findings are not allowed by the receipt");
    }

    @Test
    void aFileThatCannotBeSearchedIsToldAndTheRestIsVerified() throws Exception {
        write(Topics.PRIVACY_RECEIPTS, "dsr-5", receipt("dsr-5", LaterEvents.DROP, Instant.now(), "crm:c-45"));
        Path broken = Files.write(directory.resolve("broken.gz"), new byte[] {0x1F, (byte) 0x8B, 1, 2});
        Path wide = Files.write(directory.resolve("wide.csv"), "id\ncrm:c-45\n".getBytes(StandardCharsets.UTF_16));
        Path list = Files.writeString(directory.resolve("customers"), "crm:c-45");

        CommandRun incomplete = run("verify", "crm:c-45", "--file", broken.toString(), "--file", wide.toString());
        CommandRun found = run("verify", "crm:c-45", "--file", broken.toString(), "--file", list.toString());

        assertThat(incomplete.exitCode()).as(incomplete.out()).isEqualTo(2);
        assertThat(incomplete.out())
                .contains(
                        "! " + broken + ": could not be read: ",
                        "! " + wide + ": not searched: it is a text in UTF-16: convert it to UTF-8\n",
                        "; the receipt\n",
                        "The search is incomplete: 2 files or directories could not be searched");
        assertThat(found.exitCode()).as(found.out()).isEqualTo(1);
        assertThat(found.out()).contains("! " + list + " byte 0: crm:c-45 in content");
    }

    @Test
    void theTopicsOfAnotherApplicationAreToldAndNotSearched() throws Exception {
        String other = APPLICATION + "-eu-customers-changelog";
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(other, 1, (short) 1).configs(CHANGELOG_SETTINGS)))
                    .all()
                    .get();
        }
        write(other, "ccrm:c-46\u0000\u0001", new byte[] {1});
        write(Topics.PRIVACY_RECEIPTS, "dsr-6", receipt("dsr-6", LaterEvents.DROP, Instant.now(), "crm:c-46"));

        CommandRun run = run("verify", "crm:c-46");
        CommandRun named = run("verify", "crm:c-46", "--topic", other);

        assertThat(run.exitCode()).as(run.out()).isZero();
        assertThat(run.out())
                .contains("  " + other + ": a topic of another application, or of an earlier version")
                .doesNotContain("! ");
        assertThat(named.exitCode()).as(named.out()).isEqualTo(1);
        assertThat(named.out()).contains("! " + other + " ", "; not on the receipt");
    }

    @Test
    void whoWasNeverErasedIsFoundAndSaidSo() throws Exception {
        write(
                Topics.IDENTITY_REQUESTS,
                "crm:c-5",
                IdentityRequest.newBuilder()
                        .setRequestId("r-1")
                        .setIdentity("crm:c-5")
                        .setRequestedAt(0)
                        .build());

        CommandRun found = run("verify", "crm:c-5");
        CommandRun unknown = run("verify", "crm:c-6");

        assertThat(found.exitCode()).isEqualTo(4);
        assertThat(found.out()).contains("! ", "No receipt tells of an erasure of crm:c-5; findings in ");
        assertThat(unknown.exitCode()).as(unknown.out()).isEqualTo(4);
        assertThat(unknown.out()).contains("\nNo receipt tells of an erasure of crm:c-6: nothing is found in ");
        assertThat(run("verify", "--receipt", "none").err())
                .isEqualTo("truenorth: --receipt: there is no receipt \"none\" on the topic of receipts\n");
    }

    @Test
    void aScoreWithoutATombstoneIsAViolation() throws Exception {
        write(PREFIX + "relationship-scores", "crm:c-8", new byte[] {1});
        write(Topics.PRIVACY_RECEIPTS, "dsr-8", receipt("dsr-8", LaterEvents.BEGIN_ANEW, Instant.now(), "crm:c-8"));

        CommandRun run = run("verify", "crm:c-8");

        assertThat(run.exitCode()).as(run.out()).isEqualTo(1);
        assertThat(run.out()).contains("! privacy-it-relationship-scores ", "not deleted: no tombstone follows");
    }

    @Test
    void anIdThatWasUsedForSomebodyElseHasTheReceiptOfEach() throws Exception {
        write(Topics.PRIVACY_RECEIPTS, "dsr-9", receipt("dsr-9", LaterEvents.DROP, erased, "crm:c-1"));
        answerWith("crm:c-2", receipt("dsr-9", LaterEvents.BEGIN_ANEW, erased, "crm:c-2", "card:2"));

        CommandRun run = run("erase", "crm:c-2", "--request-id", "dsr-9", "--format", "jsonl", "--gateway-url", url());
        CommandRun verified = run("verify", "--receipt", "dsr-9");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains(IdentityHash.of("crm:c-2"), IdentityHash.of("card:2"))
                .doesNotContain(IdentityHash.of("crm:c-1"));
        assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
        assertThat(verified.out())
                .contains(IdentityHash.of("crm:c-1"), IdentityHash.of("crm:c-2"), IdentityHash.of("card:2"));
    }

    @Test
    void theReceiptOfSomebodyElseIsNotPrinted() throws Exception {
        write(Topics.PRIVACY_RECEIPTS, key("dsr-9", "crm:c-1"), receipt("dsr-9", LaterEvents.DROP, erased, "crm:c-1"));
        answerWith("crm:c-1", receipt("dsr-9", LaterEvents.DROP, erased, "crm:c-1"));

        CommandRun run = run("erase", "crm:c-2", "--request-id", "dsr-9", "--wait", "1", "--gateway-url", url());

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("\ntruenorth: no receipt within 1 s: request dsr-9 is stored");
    }

    /** There is no key of pseudonyms here, so that nobody knows whose the receipt is. */
    @Test
    void aReceiptThatMayBeOfSomebodyElseIsNotPrinted() throws Exception {
        write(Topics.PRIVACY_RECEIPTS, "dsr-10", receipt("dsr-10", LaterEvents.DROP, erased, "crm:c-1"));
        gateway.start();

        CommandRun run = run("erase", "email:ann@example.net", "--request-id", "dsr-10", "--gateway-url", url());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--request-id: \"dsr-10\" has a receipt already", "--config");
    }

    @Test
    void aReceiptIsNotReplacedByOneOfTheOtherKind() throws Exception {
        write(
                Topics.PRIVACY_RECEIPTS,
                key("dsr-11", "crm:c-1"),
                receipt("dsr-11", LaterEvents.DROP, erased, "crm:c-1"));
        write(Topics.PRIVACY_RECEIPTS, key("q-11", "crm:c-1"), consentReceipt("q-11", "crm:c-1", false));
        gateway.start();

        CommandRun consent =
                run("consent", "crm:c-1", "--scoring", "given", "--request-id", "dsr-11", "--gateway-url", url());
        CommandRun erase = run("erase", "crm:c-1", "--request-id", "q-11", "--gateway-url", url());

        assertThat(consent.exitCode()).isEqualTo(2);
        assertThat(consent.err())
                .isEqualTo("truenorth: --request-id: \"dsr-11\" is the id of a request to erase; choose another one\n");
        assertThat(erase.exitCode()).isEqualTo(2);
        assertThat(erase.err())
                .isEqualTo(
                        "truenorth: --request-id: \"q-11\" is the id of a request to set consent; choose another one\n");
    }

    @Test
    void whoWasNotKnownIsToldByTheExitCode() {
        PrivacyReceipt nobody = receipt("dsr-11", LaterEvents.BEGIN_ANEW, erased, "crm:c-10");
        nobody.setOutcome(PrivacyOutcome.NOTHING_KNOWN);
        answerWith("crm:c-10", nobody);

        CommandRun run = run("erase", "crm:c-10", "--request-id", "dsr-11", "--gateway-url", url());
        CommandRun again = run("erase", "crm:c-10", "--request-id", "dsr-11", "--gateway-url", url());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
        assertThat(run.out()).startsWith("request dsr-11: nothing was known of the identity");
        assertThat(run.err()).contains("whom it erases at " + url() + " (topics " + PREFIX + "*) cannot be shown");
        assertThat(again.exitCode()).isEqualTo(5);
        assertThat(again.err()).isEqualTo("request dsr-11 has a receipt at " + url() + " (topics " + PREFIX + "*)\n");
    }

    @Test
    void aMissingTopicEndsTheSearch() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", platform.bootstrapServers()))) {
            admin.deleteTopics(List.of(CHANGELOG)).all().get();
        }

        CommandRun run = run("verify", "crm:c-9", "--topic", "privacy-it-none");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("truenorth: missing, or not visible with these credentials: privacy-it-none, " + CHANGELOG)
                .contains("nothing was verified");
    }

    @Test
    void theErasuresOfAnExportGoToEveryPartition() throws Exception {
        LedgerPart erasures = new LedgerPart(
                "",
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new IdentitySuppression(IdentityHash.of("crm:c-7"), 1L, LaterEvents.DROP, "dsr-7")),
                null);
        Path backup = directory.resolve("backup.avro");
        Map<String, String> header = Map.of(
                "truenorth.format", "1",
                "truenorth.exportedAt", erased.toString(),
                "truenorth.customers", "0");
        try (LedgerFileWriter file = new LedgerFileWriter(Files.newOutputStream(backup), header)) {
            file.append(erasures);
        }

        CommandRun run =
                CommandRun.now("ledger", "import", backup.toString(), "--no-wait", "--config", config.toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("imported 0 customers", "in 2 records");
        List<Integer> partitions = new ArrayList<>();
        RecordsUpToNow.ofTopic(
                Deployment.of(deployment, APPLICATION, URI.create("http://127.0.0.1:1"), Optional.empty()),
                PREFIX + "ledger-imports",
                record -> partitions.add(record.partition()));
        assertThat(partitions).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void theConsentsOfAFileAreAllAnswered() throws Exception {
        AtomicInteger number = new AtomicInteger();
        gateway.createContext("/v1/privacy/consent", exchange -> {
            String id = "c-" + number.incrementAndGet();
            String identity = new ObjectMapper()
                    .readTree(exchange.getRequestBody())
                    .path("identity")
                    .asText();
            exchange.sendResponseHeaders(202, 0);
            exchange.getResponseBody().write(("{\"requestId\": \"" + id + "\"}").getBytes(StandardCharsets.UTF_8));
            exchange.close();
            try {
                write(Topics.PRIVACY_RECEIPTS, key(id, identity), consentReceipt(id, identity, identity.endsWith("0")));
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
        gateway.start();
        List<String> lines = new ArrayList<>(List.of("identity,scoring"));
        for (int i = 0; i < 50; i++) {
            lines.add("crm:p-" + i + ",given");
        }
        Path file = Files.write(directory.resolve("consents.csv"), lines);

        CommandRun run =
                run("consent", "--file", file.toString(), "--gateway-url", url(), "--url", "http://127.0.0.1:1");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
        assertThat(run.out()).isEqualTo("consents set: 45; not changed, as a later consent is known: 5\n");
        assertThat(run.err()).contains("\nwhich consent stays is not known: ");
    }

    @Test
    void aConsentThatIsOutdatedHasItsExitCodeAndTheOneThatStays() {
        PrivacyReceipt outdated = consentReceipt("q-1", "crm:c-1", true);
        answerWith("crm:c-1", outdated);
        gateway.createContext("/v1/customers/", exchange -> {
            byte[] body = ApiJson.write(identities("crm:c-1", "card:4711"));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });

        CommandRun run = run(
                "consent",
                "crm:c-1",
                "--scoring",
                "given",
                "--request-id",
                "q-1",
                "--gateway-url",
                url(),
                "--url",
                url());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(5);
        assertThat(run.out()).startsWith("request q-1: nothing changed: a later consent of the identity is known");
        assertThat(run.err())
                .isEqualTo("answered by " + url() + " (topics " + PREFIX + "*)\n"
                        + "crm:c-1: scoring withdrawn on 1 March 2026, 12:00 UTC by e-9 stays\n");
    }

    /** Each has withdrawn consent to scoring, and the first has given that to activation. */
    private static IdentitiesReport identities(String first, String second) {
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        CustomerConsent consent = new CustomerConsent(
                false,
                true,
                List.of(
                        new SaidConsent(first, "scoring", false, noon, "e-9"),
                        new SaidConsent(first, "activation", true, noon, "e-8"),
                        new SaidConsent(second, "scoring", false, noon, "e-7")));
        return new IdentitiesReport(
                first, first, List.of(first, second), List.of(), List.of(), 0, List.of(), Optional.empty(), consent);
    }

    private PrivacyReceipt consentReceipt(String id, String identity, boolean outdated) {
        return new PrivacyReceipt(
                id,
                outdated ? PrivacyOutcome.CONSENT_OUTDATED : PrivacyOutcome.CONSENT_SET,
                List.of(IdentityHash.of(identity)),
                "",
                erased.toEpochMilli(),
                erased.toEpochMilli(),
                null,
                new Consent(true, null),
                List.of());
    }
}
