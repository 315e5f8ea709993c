package io.truenorth.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prevents an output from overwriting another file that the same command reads or writes. */
public final class OutputPlaces {

    /** A file and its role in the command. */
    private record Use(String role, Path path) {
        @Override
        public String toString() {
            return role + " " + path;
        }
    }

    private final List<Use> taken = new ArrayList<>();

    /** Adds an input file, which no output may overwrite. */
    public OutputPlaces reading(String role, Path path) {
        taken.add(new Use(role, path));
        return this;
    }

    /** @throws CommandFailure if the output is an input file or another output */
    public OutputPlaces writing(String role, Path path) {
        Use output = new Use(role, path);
        for (Use other : taken) {
            if (isReplaceable(path) && isSame(path, other.path())) {
                throw new CommandFailure(output + ": would overwrite " + other
                        + ", which is the same file; choose another file for " + role);
            }
        }
        taken.add(output);
        return this;
    }

    /** Writing to devices and pipes overwrites nothing. */
    private static boolean isReplaceable(Path path) {
        return !Files.exists(path) || Files.isRegularFile(path);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return place(one).equals(place(other))
                    || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException e) {
            throw new CommandFailure(one + ": cannot be distinguished from " + other + ": " + FileProblem.reason(e));
        }
    }

    /** The real path of a file that may not exist yet. */
    private static Path place(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Path directory = absolute.getParent();
        if (directory == null || !Files.exists(directory)) {
            return absolute;
        }
        return directory.toRealPath().resolve(absolute.getFileName());
    }
}
