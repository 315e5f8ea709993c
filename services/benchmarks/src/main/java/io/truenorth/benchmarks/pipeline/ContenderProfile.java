package io.truenorth.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the processing threads of a contender spent their time: the share of samples by the package of the top-most frame
 * of Truenorth, and for samples without one, by the library of the top frame.
 */
final class ContenderProfile {
    private static final String OURS = "io.truenorth.";
    private static final String JAVA_SAMPLE = "jdk.ExecutionSample";
    private static final String NATIVE_SAMPLE = "jdk.NativeMethodSample";
    private static final Pattern FLINK_TASK = Pattern.compile("\\(\\d+/\\d+\\)#");
    /** In JFR's profile settings, native code is sampled half as often as Java code. */
    private static final int NATIVE_WEIGHT = 2;

    private final Map<String, Integer> samples = new HashMap<>();
    private int total;

    private ContenderProfile() {}

    static ContenderProfile read(Path recording) throws IOException {
        ContenderProfile profile = new ContenderProfile();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                profile.add(file.readEvent());
            }
        }
        return profile;
    }

    private void add(RecordedEvent event) {
        String type = event.getEventType().getName();
        if (!type.equals(JAVA_SAMPLE) && !type.equals(NATIVE_SAMPLE)) {
            return;
        }
        if (event.getStackTrace() == null || !isProcessing(event.getThread("sampledThread"))) {
            return;
        }
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        // Other native samples are of threads that wait.
        if (type.equals(JAVA_SAMPLE)) {
            add(place(frames), 1);
        } else if (className(frames.get(0)).startsWith("org.rocksdb.")) {
            add(place(frames), NATIVE_WEIGHT);
        }
    }

    private void add(String place, int weight) {
        samples.merge(place, weight, Integer::sum);
        total += weight;
    }

    private static boolean isProcessing(@Nullable RecordedThread thread) {
        String name = thread == null ? null : thread.getJavaName();
        return name != null
                && (name.contains("StreamThread")
                        || name.startsWith("loop-")
                        || FLINK_TASK.matcher(name).find());
    }

    private static String place(List<RecordedFrame> frames) {
        for (RecordedFrame frame : frames) {
            String name = className(frame);
            if (name.startsWith(OURS)) {
                return name.substring(0, name.split("\\$", 2)[0].lastIndexOf('.'));
            }
        }
        String top = className(frames.get(0));
        if (top.startsWith("org.apache.kafka.")) {
            return "(Kafka)";
        }
        if (top.startsWith("org.rocksdb.")) {
            return "(RocksDB)";
        }
        return top.startsWith("org.apache.flink.") ? "(Flink)" : "(JVM and others)";
    }

    private static String className(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    /** Returns a line for each package, the largest share first. */
    List<String> lines() {
        List<Map.Entry<String, Integer>> sorted = new ArrayList<>(samples.entrySet());
        sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        return sorted.stream()
                .map(entry ->
                        String.format(Locale.ROOT, "  %5.1f %%  %s", 100.0 * entry.getValue() / total, entry.getKey()))
                .toList();
    }
}
