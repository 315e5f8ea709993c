package io.truenorth.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds the process that listens on a port, through {@code /proc} on Linux: socket by port, then process by socket. */
final class PortOwner {
    private static final Path PROC = Path.of("/proc");
    private static final String LISTENING = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final String UNKNOWN = "another process";

    private PortOwner() {}

    /** Describes the process; "another process" if it cannot be determined. */
    static String of(int port) {
        Set<String> sockets = new HashSet<>();
        for (String table : List.of("net/tcp", "net/tcp6")) {
            sockets.addAll(listeningOn(port, PROC.resolve(table)));
        }
        if (sockets.isEmpty()) {
            return UNKNOWN;
        }
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                if (holdsOneOf(sockets, process)) {
                    return described(process);
                }
            }
        } catch (IOException unreadable) {
            return UNKNOWN;
        }
        return UNKNOWN;
    }

    /** The link targets of the file descriptors of such sockets. */
    private static Set<String> listeningOn(int port, Path table) {
        String suffix = ":%04X".formatted(port);
        Set<String> sockets = new HashSet<>();
        try {
            for (String line : Files.readAllLines(table)) {
                String[] columns = line.strip().split("\\s+", -1);
                if (columns.length > INODE
                        && columns[LOCAL_ADDRESS].endsWith(suffix)
                        && columns[STATE].equals(LISTENING)) {
                    sockets.add("socket:[" + columns[INODE] + "]");
                }
            }
        } catch (IOException noSuchTable) {
            return Set.of();
        }
        return sockets;
    }

    private static boolean holdsOneOf(Set<String> sockets, Path process) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (sockets.contains(target(descriptor))) {
                    return true;
                }
            }
        } catch (IOException endedOrForeign) {
            return false;
        }
        return false;
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static String described(Path process) {
        long pid = Long.parseLong(process.getFileName().toString());
        if (pid == ProcessHandle.current().pid()) {
            return "this process";
        }
        return "process " + pid
                + ProcessHandle.of(pid)
                        .flatMap(handle -> handle.info().command())
                        .map(command -> " (" + command + ")")
                        .orElse("");
    }
}
