package io.truenorth.cli.replay;

import io.truenorth.cli.history.LineSample;
import io.truenorth.cli.history.LineSamples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Records of earlier replays into a deployment from this machine: one file for each source with a sample of its lines. They are
 * used only for warnings, so missing or damaged files are ignored.
 */
public final class EarlierReplays {
    private static final String FORM = "truenorth replay 1";
    private static final String ENDING = ".lines";
    private static final int HEADER_LINES = 5;
    private static final int HEX = 16;

    private final Path folder;

    /** @param folder the directory of one deployment; created with the first record */
    public EarlierReplays(Path folder) {
        this.folder = folder;
    }

    private record Earlier(String source, Instant at, LineSample sample) {}

    /** Whether there are no records. */
    public boolean isEmpty() {
        return all().isEmpty();
    }

    /**
     * A warning for each source that shares most lines with an earlier replay under another name. Lines that were also replayed
     * under the same name count once and are ignored.
     */
    public List<String> repetitions(LineSamples samples) {
        List<String> sentences = new ArrayList<>();
        List<Earlier> all = all();
        samples.bySource().forEach((source, sample) -> {
            LineSample own = of(source, all);
            for (Earlier earlier : all) {
                double share = sample.shareIn(earlier.sample(), own).orElse(0);
                if (!earlier.source().equals(source) && share > LineSamples.MOST_LINES) {
                    sentences.add(sentence(source, share, earlier));
                }
            }
        });
        return sentences;
    }

    private static LineSample of(String source, List<Earlier> all) {
        LineSample sample = new LineSample();
        all.stream()
                .filter(earlier -> earlier.source().equals(source))
                .forEach(earlier -> sample.addAll(earlier.sample()));
        return sample;
    }

    private static String sentence(String source, double share, Earlier earlier) {
        return String.format(
                Locale.ROOT,
                "warning: %s of %s were replayed on %s as %s, and count again under another name; if they are the same"
                        + " events, replay with --source %s",
                LineSamples.percent(share),
                source,
                earlier.at().atOffset(ZoneOffset.UTC).toLocalDate(),
                earlier.source(),
                earlier.source());
    }

    /**
     * Records a replay.
     *
     * @throws IOException if it cannot be written
     */
    public void remember(LineSamples samples, Instant now) throws IOException {
        Files.createDirectories(folder);
        for (var entry : samples.bySource().entrySet()) {
            LineSample sample = of(entry.getKey(), all());
            sample.addAll(entry.getValue());
            write(entry.getKey(), sample, now);
        }
    }

    private void write(String source, LineSample sample, Instant now) throws IOException {
        List<String> lines = new ArrayList<>(
                List.of(FORM, source, now.toString(), Long.toString(sample.lines()), Integer.toString(sample.level())));
        sample.hashes().forEach(hash -> lines.add(Long.toHexString(hash)));
        Path unfinished = Files.createTempFile(folder, "unfinished", "");
        Files.write(unfinished, lines);
        Files.move(unfinished, folder.resolve(nameOf(source)), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String nameOf(String source) {
        return source.replaceAll("[^A-Za-z0-9._-]", "_") + "-" + Integer.toHexString(source.hashCode()) + ENDING;
    }

    private List<Earlier> all() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .flatMap(EarlierReplays::read)
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static Stream<Earlier> read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < HEADER_LINES || !lines.get(0).equals(FORM)) {
                return Stream.empty();
            }
            List<Long> hashes = lines.stream()
                    .skip(HEADER_LINES)
                    .map(text -> Long.parseUnsignedLong(text, HEX))
                    .toList();
            LineSample sample = new LineSample(Integer.parseInt(lines.get(4)), Long.parseLong(lines.get(3)), hashes);
            return Stream.of(new Earlier(lines.get(1), Instant.parse(lines.get(2)), sample));
        } catch (IOException | RuntimeException e) {
            return Stream.empty();
        }
    }
}
