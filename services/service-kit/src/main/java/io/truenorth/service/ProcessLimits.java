package io.truenorth.service;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much a process may have. What is far too small is told at the start and not by whatever runs out of it first.
 *
 * @param heap bytes that the heap may grow to
 * @param files how many files and connections may be open at once; the largest number where the system does not tell
 */
public record ProcessLimits(long heap, long files) {

    /** Of this process. */
    public static ProcessLimits ofProcess() {
        return new ProcessLimits(Runtime.getRuntime().maxMemory(), mostFiles());
    }

    private static long mostFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }

    /**
     * Passes if there is enough to begin with.
     *
     * @param who wants it, for the message
     * @throws InsufficientResourcesException if there is not; the message says what is missing and how to get it
     */
    public void require(String who, long leastHeap, long leastFiles) {
        if (heap < leastHeap) {
            throw new InsufficientResourcesException("the heap may grow to " + mebibytes(heap) + " MiB, and " + who
                    + " wants at least " + mebibytes(leastHeap) + " MiB: set TRUENORTH_JAVA_OPTS=-Xmx"
                    + mebibytes(4 * leastHeap) + "m, or give the machine or the container more memory");
        }
        if (files < leastFiles) {
            throw new InsufficientResourcesException("this process may have " + files + " files open at once, and " + who
                    + " wants at least " + leastFiles + ": raise the limit before the start, as by 'ulimit -n "
                    + 4 * leastFiles + "', LimitNOFILE= of systemd or --ulimit nofile= of Docker");
        }
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}
