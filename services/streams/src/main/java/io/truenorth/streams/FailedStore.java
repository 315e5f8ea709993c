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

/** Recognizes failures caused by damaged store files, and names the directory to delete. */
final class FailedStore {
    private static final int DEEPEST = 20;

    /** Other I/O errors are caused by a full disk, permissions or limits. */
    private static final List<String> DAMAGES = List.of("No such file", "Input/output error", "checksum");

    private final Path directory;
    private final Pattern task;

    /**
     * Creates the check for the stores of a service.
     *
     * @param stateDirectory directory of the stores
     * @param applicationId name of the application's directory in it, which has one directory per task
     */
    FailedStore(Path stateDirectory, String applicationId) {
        this.directory = stateDirectory.toAbsolutePath().resolve(applicationId);
        this.task = Pattern.compile(Pattern.quote(directory.toString()) + "/(\\d+_\\d+)\\b");
    }

    /**
     * Returns an exception stating the damage and the remedy, if a failure was caused by damaged store files, for which
     * a retry is useless. A full disk and too many open files are not damage.
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
                + " again, check the disk";
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
        // The store's changelog position is in a file beside it; only the message tells that it could not be parsed.
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
