package io.truenorth.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sees to it that no output takes the place of a file that the same command reads or writes besides. */
public final class OutputPlaces {

    /** A file and what it is to the command. */
    private record Use(String role, Path path) {
        @Override
        public String toString() {
            return role + " " + path;
        }
    }

    private final List<Use> taken = new ArrayList<>();

    /** A file that is read, which no output may replace. */
    public OutputPlaces reading(String role, Path path) {
        taken.add(new Use(role, path));
        return this;
    }

    /** @throws CommandFailure if the output is a file that is read or written already */
    public OutputPlaces writing(String role, Path path) {
        Use output = new Use(role, path);
        for (Use other : taken) {
            if (isReplaceable(path) && isSame(path, other.path())) {
                throw new CommandFailure(output + ": would overwrite " + other + ", which is the same file; give "
                        + role + " a file of its own");
            }
        }
        taken.add(output);
        return this;
    }

    /** Devices and pipes take what is written and lose nothing. */
    private static boolean isReplaceable(Path path) {
        return !Files.exists(path) || Files.isRegularFile(path);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return place(one).equals(place(other))
                    || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
        } catch (IOException e) {
            throw new CommandFailure(one + ": cannot be told apart from " + other + ": " + FileProblem.reason(e));
        }
    }

    /** Where a file is or will be, whatever links lead there. */
    private static Path place(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        Path directory = absolute.getParent();
        if (directory == null || !Files.exists(directory)) {
            return absolute;
        }
        return directory.toRealPath().resolve(absolute.getFileName());
    }
}
