package io.truenorth.cli.privacy.trace;

import io.truenorth.cli.privacy.trace.Finding.Kind;
import io.truenorth.cli.privacy.trace.SearchedPlace.Unit;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Scans files and directories. What cannot be read, or is of a form that is not searched, is told, and ends nothing. */
public final class FileScan {
    private static final Pattern ROCKSDB = Pattern.compile(
            "\\d+\\.(log|dbtmp|blob)|MANIFEST-\\d+|OPTIONS-\\d+(\\.dbtmp)?|LOG(\\.old\\.\\d+)?|CURRENT|IDENTITY|LOCK");
    private static final Pattern TASK = Pattern.compile("\\d+_\\d+");

    private final IdentityTraces traces;
    private final String applicationId;

    /**
     * A scan for the identities of a person.
     *
     * @param applicationId of the deployment's streams service: its directory in a state directory has this name
     */
    public FileScan(IdentityTraces traces, String applicationId) {
        this.traces = traces;
        this.applicationId = applicationId;
    }

    /**
     * Scans a directory with all that is in it, but for stores of other applications. A file that is deleted meanwhile, as stores do,
     * is left out.
     *
     * @param excluded a directory in it that is left out
     */
    public SearchedPlace directory(Path directory, Optional<Path> excluded) {
        Scanned scanned = new Scanned();
        for (Path path : files(directory, excluded, scanned)) {
            scanned.add(path, kind(path));
        }
        return scanned.place(directory);
    }

    /** Scans a file. */
    public SearchedPlace file(Path path) {
        Scanned scanned = new Scanned();
        if (Files.exists(path)) {
            scanned.add(path, Kind.FILE);
        } else {
            scanned.cannotRead(path, new NoSuchFileException(path.toString()));
        }
        return scanned.place(path);
    }

    private Set<Path> files(Path directory, Optional<Path> excluded, Scanned scanned) {
        Set<Path> files = new TreeSet<>();
        SimpleFileVisitor<Path> visitor = new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                if (!inner.equals(directory) && isOfAnotherApplication(inner)) {
                    scanned.notSearched.add(NotSearched.ofAnotherApplication(
                            inner.toString(),
                            "stores of another application: name it as --state-dir to have it searched"));
                    return FileVisitResult.SKIP_SUBTREE;
                }
                return excluded.filter(inner::equals).isPresent()
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                if (!(e instanceof NoSuchFileException || e instanceof FileSystemLoopException)) {
                    scanned.cannotRead(file, e);
                }
                return FileVisitResult.CONTINUE;
            }
        };
        try {
            Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor);
        } catch (IOException e) {
            scanned.cannotRead(directory, e);
        }
        return files;
    }

    /** Whether a directory has stores, by tasks as Kafka Streams names them, and not those of the streams service. */
    private boolean isOfAnotherApplication(Path directory) {
        if (directory.endsWith(applicationId)) {
            return false;
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.anyMatch(
                    child -> TASK.matcher(child.getFileName().toString()).matches() && Files.isDirectory(child));
        } catch (IOException e) {
            // It is told when the directory is visited.
            return false;
        }
    }

    /** Whether RocksDB writes files of that name; another file was put there by somebody. */
    private static Kind kind(Path path) {
        return isTable(path) || ROCKSDB.matcher(path.getFileName().toString()).matches() ? Kind.STORE : Kind.FILE;
    }

    private static boolean isTable(Path path) {
        return path.getFileName().toString().endsWith(".sst");
    }

    /** What came of some files. */
    private final class Scanned {
        private final List<Finding> findings = new ArrayList<>();
        private final List<NotSearched> notSearched = new ArrayList<>();
        private long files;

        void add(Path path, Kind kind) {
            FileSearch search = new FileSearch(path, traces, kind);
            try {
                if (kind == Kind.FILE) {
                    search.file()
                            .ifPresent(why -> notSearched.add(
                                    NotSearched.unreadable(path.toString(), "not searched: it is " + why)));
                } else if (isTable(path)) {
                    search.table();
                } else {
                    search.bytes();
                }
                files++;
            } catch (NoSuchFileException e) {
                // A store has deleted it; its entries are in another file.
                return;
            } catch (IOException | RuntimeException e) {
                // Readers of Avro and gzip fail in many ways at what is damaged.
                cannotRead(path, e);
            }
            findings.addAll(search.findings());
        }

        void cannotRead(Path path, Exception e) {
            notSearched.add(NotSearched.unreadable(path.toString(), "could not be read: " + reason(e)));
        }

        SearchedPlace place(Path named) {
            return new SearchedPlace(
                    named.toString(), Unit.FILES, files, List.copyOf(findings), List.copyOf(notSearched));
        }
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e.getCause() instanceof IOException cause) {
            return reason(cause);
        }
        return e instanceof EOFException ? "it ends too early" : String.valueOf(e.getMessage());
    }
}
