package io.truenorth.cli.command;

import io.truenorth.embedded.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Writes a file atomically: to a temporary file in the same directory, which is renamed when it is complete. Pipes and devices
 * are written directly.
 */
public final class ResultFile implements Closeable {

    private final Path place;
    private final Optional<Path> unfinished;
    private final OutputStream out;

    private ResultFile(Path place, Optional<Path> unfinished) throws IOException {
        this.place = place;
        this.unfinished = unfinished;
        unfinished.ifPresent(path -> path.toFile().deleteOnExit());
        if (unfinished.isPresent()) {
            // Exported customer data is readable only by its owner, who can change the permissions.
            PrivateFiles.create(unfinished.get());
        }
        this.out = new BufferedOutputStream(Files.newOutputStream(unfinished.orElse(place)));
    }

    /** @throws CommandFailure if it cannot be written */
    public static ResultFile at(Path path) {
        if (Files.isDirectory(path)) {
            throw new CommandFailure(path + ": expected a file to write, is a directory");
        }
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                return new ResultFile(path, Optional.empty());
            }
            Path place = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            String name =
                    "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".part";
            return new ResultFile(place, Optional.of(place.resolveSibling(name)));
        } catch (IOException e) {
            throw new CommandFailure(path + ": cannot be written: " + FileProblem.reason(e));
        }
    }

    /**
     * Creates a further temporary file in the same directory, for what has to be written before this one; deleted when it is
     * closed.
     */
    public Scratch scratch() throws IOException {
        Path path = place.toAbsolutePath()
                .resolveSibling("." + place.getFileName() + "."
                        + ProcessHandle.current().pid() + ".scratch");
        path.toFile().deleteOnExit();
        PrivateFiles.create(path);
        return new Scratch(path);
    }

    /** A temporary file. */
    public record Scratch(Path path) implements Closeable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    public OutputStream out() {
        return out;
    }

    /** Renames the complete file. */
    public void complete() throws IOException {
        out.close();
        if (unfinished.isPresent()) {
            Files.move(unfinished.get(), place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes an incomplete file. */
    @Override
    public void close() throws IOException {
        try (OutputStream closing = out) {
            closing.flush();
        } finally {
            if (unfinished.isPresent()) {
                Files.deleteIfExists(unfinished.get());
            }
        }
    }
}
