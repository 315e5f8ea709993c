package io.truenorth.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerStorageTest {
    @TempDir
    private Path directory;

    @Test
    void formatsOnce() throws IOException {
        Path data = BrokerStorage.prepare(directory);
        String first = Files.readString(data.resolve("meta.properties"));

        assertThat(BrokerStorage.prepare(directory)).isEqualTo(data);
        assertThat(data.resolve("meta.properties")).hasContent(first);
    }

    @Test
    void anInterruptedFormattingIsBegunAnew() throws IOException {
        Files.writeString(
                Files.createDirectory(directory.resolve("data.unfinished")).resolve("bootstrap"), "half a");

        Path data = BrokerStorage.prepare(directory);

        assertThat(data.resolve("meta.properties")).exists();
        assertThat(directory.resolve("data.unfinished")).doesNotExist();
    }

    @Test
    void dataWithoutItsPropertiesAreDamaged() throws IOException {
        Path data = BrokerStorage.prepare(directory);
        Files.delete(data.resolve("meta.properties"));

        assertDamaged("meta.properties is missing");
    }

    @Test
    void tornPropertiesAreDamaged() throws IOException {
        Path data = BrokerStorage.prepare(directory);
        Files.writeString(data.resolve("meta.properties"), "version=1\ncluster.id=x\n");

        assertDamaged("meta.properties has no node.id");
    }

    @Test
    void theDataOfAnotherBrokerAreRefused() throws IOException {
        Path data = BrokerStorage.prepare(directory);
        Path meta = data.resolve("meta.properties");
        Files.writeString(meta, Files.readString(meta).replace("node.id=1", "node.id=7"));

        assertDamaged("it belongs to broker 7");
    }

    @Test
    void topicsWithoutTheMetadataThatKnowThemAreDamaged() throws IOException {
        Path data = BrokerStorage.prepare(directory);
        Directories.delete(data.resolve("__cluster_metadata-0"));
        Files.createDirectory(data.resolve("touchpoints-0"));

        assertDamaged("__cluster_metadata-0 is missing");
    }

    private void assertDamaged(String violation) {
        assertThatThrownBy(() -> BrokerStorage.prepare(directory))
                .isInstanceOfSatisfying(
                        StartRefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.DATA_DAMAGED))
                .hasMessageContaining(directory.resolve("data").toString())
                .hasMessageContaining(violation)
                .hasMessageContaining("start over");
    }
}
