package io.truenorth.service;

/** The lifecycle of a service, in order; {@link #FAILED} may follow any state but {@link #STOPPED}. */
public enum ServiceState {
    /** Created, not started. */
    NEW,
    /** Components are starting. */
    STARTING,
    /** All components are started. */
    RUNNING,
    /** Components are stopping. */
    STOPPING,
    /** All components are stopped. */
    STOPPED,
    /** A component failed, could not start or did not stop in time; all others are stopped. */
    FAILED
}
