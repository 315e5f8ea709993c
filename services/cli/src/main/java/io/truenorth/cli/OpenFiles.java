package io.truenorth.cli;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/**
 * Whether the command line may open its own libraries, of which each is a file. It uses nothing of theirs: what is loaded
 * before it is asked could be what fails.
 */
final class OpenFiles {
    private static final long LEAST = 256;

    private OpenFiles() {}

    /** Why this process cannot run and what to do, if so. */
    static Optional<String> tooFew() {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system)
                || system.getMaxFileDescriptorCount() >= LEAST) {
            return Optional.empty();
        }
        return Optional.of("this process may have " + system.getMaxFileDescriptorCount()
                + " files open at once, and its libraries alone are more: raise the limit before the start, as by"
                + " 'ulimit -n 4096'");
    }
}
