package io.truenorth.service;

import java.time.Duration;

/** A part of a service that runs between a start and a stop. */
public interface Component {

    /** The name in logs and messages: {@code http-server}. */
    String name();

    /**
     * Starts the component; returns once it is usable.
     *
     * @throws Exception if the start failed; {@link #stop} is not called then
     */
    void start() throws Exception;

    /**
     * Stops the component; called once, after a successful start.
     *
     * @param patience how long it may take to finish work in progress; the thread is interrupted afterwards
     */
    void stop(Duration patience) throws Exception;

    /** A component that runs from its creation and only needs to be closed. */
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

    /** An action that runs once, at the start. */
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

    /** The action at the start. */
    @FunctionalInterface
    interface StartAction {
        /** Runs the action; throws if the service must not run. */
        void run() throws Exception;
    }

    /** The action at the stop. */
    @FunctionalInterface
    interface CloseAction {
        /** Closes the resource, within the given time if closing can wait. */
        void close(Duration patience) throws Exception;
    }
}
