package io.truenorth.standalone;

import java.util.concurrent.Callable;

/** Is told of each step of a start. */
public interface StartSteps {
    /**
     * Takes a step, and tells of it.
     *
     * @param name what is started
     * @return what the step gives
     */
    <T> T run(String name, Callable<T> step) throws Exception;

    /** Something went wrong that stops nothing. */
    void troubled(String message);

    /** Tells nobody. */
    static StartSteps silent() {
        return new StartSteps() {
            @Override
            public <T> T run(String name, Callable<T> step) throws Exception {
                return step.call();
            }

            @Override
            public void troubled(String message) {
                // Nobody is told.
            }
        };
    }
}
