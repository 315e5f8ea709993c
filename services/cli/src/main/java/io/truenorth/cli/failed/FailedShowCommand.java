package io.truenorth.cli.failed;

import io.truenorth.cli.command.DeploymentOptions;
import io.truenorth.cli.command.ExitCodes;
import io.truenorth.cli.command.Terminal;
import io.truenorth.contract.Touchpoint;
import io.truenorth.deployment.Deployment;
import io.truenorth.schemas.Topic;
import io.truenorth.schemas.Topics;
import io.truenorth.schemas.serde.RecordSerdes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code truenorth failed show}. */
@Command(
        name = "show",
        header = "Shows a failed record: the reason, the origin and the content.",
        description = {"", "The content is shown as it was sent, and may contain personal data.", ""})
final class FailedShowCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The id of the record, such as 3-17.")
    private String id = "";

    @Mixin
    private DeploymentOptions where = new DeploymentOptions();

    FailedShowCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        FailedFilter filter = new FailedOptions().filter(List.of(id), true, terminal.clock());
        Deployment deployment = where.deployment(terminal.environment());
        List<FailedRecord> found = new ArrayList<>();
        new FailedRecords(deployment).show(filter, found::add);
        RecordSerdes serdes = deployment.registry().serdes();
        try {
            Topic<String, Touchpoint> topic = deployment.topics().topic(Topics.TOUCHPOINTS);
            Deserializer<Touchpoint> touchpoints = serdes.value(topic).deserializer();
            FailedPage page = new FailedPage(value -> decoded(touchpoints, topic.name(), value));
            found.forEach(record -> page.print(record, terminal.text()));
        } finally {
            serdes.registry().close();
        }
        return ExitCodes.OK;
    }

    private static Optional<String> decoded(Deserializer<Touchpoint> touchpoints, String topic, byte[] value) {
        try {
            return Optional.of(touchpoints.deserialize(topic, value).toString());
        } catch (KafkaException e) {
            return Optional.empty();
        }
    }
}
