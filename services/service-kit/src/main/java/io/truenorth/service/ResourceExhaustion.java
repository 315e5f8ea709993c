package io.truenorth.service;

import java.util.Optional;

/** Recognizes exhausted resources (files, disk, threads, memory) behind a failure and says what to do about them. */
public final class ResourceExhaustion {
    private static final int DEEPEST = 20;

    private ResourceExhaustion() {}

    /** What ran out and how to raise the limit, if that caused the failure. */
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
            return Optional.of("open file limit reached ("
                    + ProcessLimits.ofProcess().files()
                    + "): raise the limit, e.g. 'ulimit -n 65536', LimitNOFILE= in systemd or --ulimit nofile= in"
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
