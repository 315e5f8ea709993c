package io.truenorth.service;

import java.time.Duration;

/** A part of a service that runs between a start and a stop. */
public interface Component {

    /** How logs and messages call it: {@code http-server}. */
    String name();

    /**
     * Starts it; returns when it can be used.
     *
     * @throws Exception if it cannot run; it need not be stopped then
     */
    void start() throws Exception;

    /**
     * Stops it; called once, after a start that succeeded.
     *
     * @param patience how long it may take to finish what is under way; an interrupt comes when that is over
     */
    void stop(Duration patience) throws Exception;

    /** Something that runs from its making on and only needs to be closed. */
    static Component closing(String name, CloseAction action) {
        return new Component() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void start() {
                // It runs already.
            }

            @Override
            public void stop(Duration patience) throws Exception {
                action.close(patience);
            }
        };
    }

    /** Something that is done once, at the start. */
    static Component starting(String name, StartAction action) {
        return new Component() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void start() throws Exception {
                action.run();
            }

            @Override
            public void stop(Duration patience) {
                // It is over already.
            }
        };
    }

    /** What is done at the start. */
    @FunctionalInterface
    interface StartAction {
        /** Does it, or throws where the service must not run. */
        void run() throws Exception;
    }

    /** What is done at the stop. */
    @FunctionalInterface
    interface CloseAction {
        /** Closes it, within the patience where it can wait for something. */
        void close(Duration patience) throws Exception;
    }
}
