package io.truenorth.streams;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** A store whose files are damaged: which directory holds them, and that nothing is lost without it. */
final class FailedStore {
    private static final int DEEPEST = 20;

    /** Other errors of input and output are those of a disk that is full, of rights, and of limits. */
    private static final List<String> DAMAGES = List.of("No such file", "Input/output error", "checksum");

    private final Path directory;
    private final Pattern task;

    /**
     * The stores of a service.
     *
     * @param stateDirectory where they live
     * @param applicationId names the directory of the application in it, in which each task has its own
     */
    FailedStore(Path stateDirectory, String applicationId) {
        this.directory = stateDirectory.toAbsolutePath().resolve(applicationId);
        this.task = Pattern.compile(Pattern.quote(directory.toString()) + "/(\\d+_\\d+)\\b");
    }

    /**
     * What is wrong and what to do, if a failure comes from files of a store that are not as they were written. It is of no
     * use to try again then. A disk that is full and too many open files are no damage.
     */
    Optional<DamagedStoreException> explain(Throwable failure) {
        Optional<Path> damaged = Optional.empty();
        Throwable cause = failure;
        String why = "";
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (damaged.isEmpty()) {
                damaged = directoryOf(cause);
            }
            if (isDamage(cause)) {
                why = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
            }
            cause = cause.getCause();
        }
        if (why.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DamagedStoreException(message(damaged.orElse(directory), why), failure));
    }

    private static String message(Path directory, String why) {
        return "the state directory " + directory + " is damaged (" + why
                + "). Delete it and start again: it is restored from its changelog in Kafka, nothing is lost. If it happens"
                + " again, look after the disk";
    }

    private Optional<Path> directoryOf(Throwable cause) {
        Matcher named = task.matcher(String.valueOf(cause.getMessage()));
        if (named.find()) {
            return Optional.of(directory.resolve(named.group(1)));
        }
        return cause instanceof StreamsException told
                ? told.taskId().map(id -> directory.resolve(id.toString()))
                : Optional.empty();
    }

    private static boolean isDamage(Throwable cause) {
        if (cause instanceof RocksDBException rocks) {
            return isDamage(rocks);
        }
        // Its position in the changelog is beside the store; a file that cannot be parsed is told so.
        return cause instanceof ProcessorStateException
                && String.valueOf(cause.getMessage()).contains("checkpoint file");
    }

    private static boolean isDamage(RocksDBException rocks) {
        String message = String.valueOf(rocks.getMessage());
        Status status = rocks.getStatus();
        Status.Code code = status == null ? Status.Code.Undefined : status.getCode();
        return switch (code) {
            case Corruption, InvalidArgument -> true;
            case IOError -> DAMAGES.stream().anyMatch(message::contains);
            default -> message.contains("Corruption");
        };
    }
}
