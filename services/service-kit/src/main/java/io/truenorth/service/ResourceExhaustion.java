package io.truenorth.service;

import java.util.Optional;

/** What a machine ran out of under way, in words: the failure itself tells it in those of whoever met it. */
public final class ResourceExhaustion {
    private static final int DEEPEST = 20;

    private ResourceExhaustion() {}

    /** What was missing and what to do, if that is what a failure, or one that it follows from, comes from. */
    public static Optional<String> of(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            Optional<String> words = words(cause, String.valueOf(cause.getMessage()));
            if (words.isPresent()) {
                return words;
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<String> words(Throwable cause, String message) {
        if (message.contains("Too many open files")) {
            return Optional.of("this process may have no more files open, "
                    + ProcessLimits.ofProcess().files()
                    + " at once: raise the limit, as by 'ulimit -n 65536', LimitNOFILE= of systemd or --ulimit nofile= of"
                    + " Docker, and start again");
        }
        if (message.contains("No space left on device")) {
            return Optional.of("the disk is full: free some space and start again");
        }
        if (message.contains("unable to create native thread")) {
            return Optional.of("the system gives this process no more threads: raise the limit, as by 'ulimit -u' or"
                    + " --pids-limit of Docker, and start again");
        }
        if (cause instanceof OutOfMemoryError) {
            return Optional.of("out of memory (" + message + "), with a heap of up to "
                    + (ProcessLimits.ofProcess().heap() >> 20)
                    + " MiB: give it more, as by TRUENORTH_JAVA_OPTS=-Xmx2g, and start again");
        }
        return Optional.empty();
    }
}
