package io.truenorth.service;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Resource limits of this process, checked at the start so that a limit that is far too low is reported at once.
 *
 * @param heap maximum heap in bytes
 * @param files maximum number of open files and connections; {@link Long#MAX_VALUE} if unknown
 */
public record ProcessLimits(long heap, long files) {

    /** The limits of this process. */
    public static ProcessLimits ofProcess() {
        return new ProcessLimits(Runtime.getRuntime().maxMemory(), mostFiles());
    }

    private static long mostFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /**
     * Checks the limits against minimum requirements.
     *
     * @param who names the process in the message
     * @throws InsufficientResourcesException if a limit is too low; the message says which one and how to raise it
     */
    public void require(String who, long leastHeap, long leastFiles) {
        if (heap < leastHeap) {
            throw new InsufficientResourcesException("the heap may grow to " + mebibytes(heap) + " MiB, and " + who
                    + " wants at least " + mebibytes(leastHeap) + " MiB: set TRUENORTH_JAVA_OPTS=-Xmx"
                    + mebibytes(4 * leastHeap) + "m, or give the machine or the container more memory");
        }
        if (files < leastFiles) {
            throw new InsufficientResourcesException(
                    "this process may have " + files + " files open at once, and " + who
                            + " wants at least " + leastFiles + ": raise the limit before the start, as by 'ulimit -n "
                            + 4 * leastFiles + "', LimitNOFILE= of systemd or --ulimit nofile= of Docker");
        }
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
