package io.truenorth.embedded;

import io.truenorth.embedded.StartRefusedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the log of a registry that did not start means for a person, where it is one of the usual things. */
final class RegistryTrouble {
    /** As H2 tells it, by its error codes too: cannot be read, of another version, not a database at all. */
    private static final Pattern DAMAGED = Pattern.compile(
            "File corrupted while reading record|General error: \"org\\.h2\\.mvstore\\.MVStoreException|MVStoreException"
                    + "|\\[(90030|90048|90028|50000)-\\d+\\]|Store header is corrupt|is not a database file");

    private static final Pattern MEMORY = Pattern.compile(
            "java\\.lang\\.OutOfMemoryError|insufficient memory|Could not reserve enough space|Too small (initial|maximum) heap");

    private static final Pattern FILES = Pattern.compile("Too many open files");
    private static final Pattern DISK = Pattern.compile("No space left on device");

    private RegistryTrouble() {}

    /** What is wrong and what to do; nothing if the log tells nothing that is known. */
    static Optional<StartRefusedException> in(Path log, Path directory) {
        String told;
        try {
            told = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        if (FILES.matcher(told).find()) {
            return trouble(
                    Reason.START_FAILED,
                    "it may not have as many files open as it needs, about 500: raise the limit before the start, as by"
                            + " 'ulimit -n 4096', LimitNOFILE= of systemd or --ulimit nofile= of Docker",
                    log);
        }
        if (DISK.matcher(told).find()) {
            return trouble(Reason.DISK_FULL, "the disk of " + directory + " is full: free some space", log);
        }
        if (MEMORY.matcher(told).find()) {
            return trouble(
                    Reason.START_FAILED, "the machine has too little memory for it, about 250 MiB: free some", log);
        }
        if (DAMAGED.matcher(told).find()) {
            return trouble(Reason.DATA_DAMAGED, damaged(directory), log);
        }
        return Optional.empty();
    }

    private static String damaged(Path directory) {
        return "its database " + directory.resolve(RegistryCommand.DATABASE)
                + ".mv.db is damaged. Bring it back from where"
                + " it was copied. Without it the records in Kafka cannot be read, as they name their schemas by ids that it"
                + " gave: begin anew with 'truenorth demo --fresh', which deletes Kafka's data too";
    }

    private static Optional<StartRefusedException> trouble(Reason reason, String what, Path log) {
        return Optional.of(new StartRefusedException(
                reason, "the schema registry did not start: " + what + ". Then " + LogTail.of(log)));
    }
}
