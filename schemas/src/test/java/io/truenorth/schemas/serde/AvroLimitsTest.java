package io.truenorth.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.truenorth.contract.Touchpoint;
import io.truenorth.schemas.SampleRecords;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.SystemLimitException;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;

/** Runs in a separate JVM, since Avro's restrictions are JVM-wide and other tests have used Avro before. */
class AvroLimitsTest {
    @Test
    void makingSerdesIsEnoughForAvroToTrustOurRecords() throws Exception {
        assertThat(run(WithSerdes.class)).contains("record read");
    }

    @Test
    void withoutThemAvroRefusesOurRecords() throws Exception {
        assertThat(run(WithoutSerdes.class)).contains("SecurityException").contains("io.truenorth.contract");
    }

    @Test
    void avrosOwnDecodersAreLimited() throws Exception {
        assertThat(run(WithSerdes.class)).contains("limit: SystemLimitException: String length 2097152");
    }

    @Test
    void anOperatorsLimitIsLeftAsItIs() throws Exception {
        assertThat(run(WithSerdes.class, "-Dorg.apache.avro.limits.string.maxLength=4194304"))
                .contains("limit: EOFException");
    }

    /** Creates serdes, then uses Avro directly. */
    static final class WithSerdes {
        public static void main(String[] args) throws Exception {
            RecordSerdes.on("mock://defences", Map.of());
            readWithAvroAlone();
            announceTwoMebibytes();
        }
    }

    /** Uses Avro directly. */
    static final class WithoutSerdes {
        public static void main(String[] args) throws Exception {
            readWithAvroAlone();
        }
    }

    private static void readWithAvroAlone() throws IOException {
        Touchpoint.fromByteBuffer(SampleRecords.touchpoint().toByteBuffer());
        System.out.println("record read");
    }

    private static void announceTwoMebibytes() throws IOException {
        byte[] twoMebibytes = {(byte) 0x80, (byte) 0x80, (byte) 0x80, 0x02};
        try {
            DecoderFactory.get().binaryDecoder(twoMebibytes, null).readString();
        } catch (SystemLimitException | EOFException e) {
            System.out.println("limit: " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static String run(Class<?> main, String... jvmArguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(jvmArguments));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
