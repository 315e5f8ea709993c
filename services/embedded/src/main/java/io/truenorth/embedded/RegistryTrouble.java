package io.truenorth.embedded;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Explains common causes for a registry that did not start, by the contents of its log. */
final class RegistryTrouble {
    /** Messages and error codes of H2 for a database that is unreadable, of another version, or no database. */
    private static final Pattern DAMAGED = Pattern.compile(
            "File corrupted while reading record|General error: \"org\\.h2\\.mvstore\\.MVStoreException|MVStoreException"
                    + "|\\[(90030|90048|90028|50000)-\\d+\\]|Store header is corrupt|is not a database file");

    private static final Pattern MEMORY = Pattern.compile(
            "java\\.lang\\.OutOfMemoryError|insufficient memory|Could not reserve enough space|Too small (initial|maximum) heap");

    private static final Pattern FILES = Pattern.compile("Too many open files");
    private static final Pattern DISK = Pattern.compile("No space left on device");

    private RegistryTrouble() {}

    /** The cause and the action to take; empty if the cause is unknown. */
    static Optional<StartRefusedException> in(Path log, Path directory) {
        String text;
        try {
            text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        if (FILES.matcher(text).find()) {
            return trouble(
                    Reason.START_FAILED,
                    "its limit of open files is too low; it needs about 500: raise the limit before the start, for example with"
                            + " 'ulimit -n 4096', LimitNOFILE= of systemd or --ulimit nofile= of Docker",
                    log);
        }
        if (DISK.matcher(text).find()) {
            return trouble(Reason.DISK_FULL, "the disk of " + directory + " is full: free some space", log);
        }
        if (MEMORY.matcher(text).find()) {
            return trouble(
                    Reason.START_FAILED,
                    "the machine has too little free memory; it needs about 250 MiB: free some",
                    log);
        }
        if (DAMAGED.matcher(text).find()) {
            return trouble(Reason.DATA_DAMAGED, damaged(directory), log);
        }
        return Optional.empty();
    }

    private static String damaged(Path directory) {
        return "its database " + directory.resolve(RegistryCommand.DATABASE)
                + ".mv.db is damaged. Restore it from a backup."
                + " Without it the records in Kafka cannot be read, as they refer to their schemas by ids from this"
                + " database: start over with 'truenorth demo --fresh', which also deletes Kafka's data";
    }

    private static Optional<StartRefusedException> trouble(Reason reason, String what, Path log) {
        return Optional.of(new StartRefusedException(
                reason, "the schema registry did not start: " + what + ". Then " + LogTail.of(log)));
    }
}
