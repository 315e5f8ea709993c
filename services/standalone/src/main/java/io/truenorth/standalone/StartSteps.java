package io.truenorth.standalone;

import java.util.concurrent.Callable;

/** Observes the steps of a start. */
public interface StartSteps {
    /**
     * Runs a step.
     *
     * @param name the part that is started
     * @return the result of the step
     */
    <T> T run(String name, Callable<T> step) throws Exception;

    /** Reports a problem that does not stop the system. */
    void troubled(String message);

    /** Without any output. */
    static StartSteps silent() {
        return new StartSteps() {
            @Override
            public <T> T run(String name, Callable<T> step) throws Exception {
                return step.call();
            }

            @Override
            public void troubled(String message) {
                // Not reported.
            }
        };
    }
}
