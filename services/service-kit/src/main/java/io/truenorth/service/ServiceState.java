package io.truenorth.service;

/** Where a service is in its life. It goes down this list only; {@link #FAILED} may follow any but {@link #STOPPED}. */
public enum ServiceState {
    /** Put together, not started. */
    NEW,
    /** Its components are being started. */
    STARTING,
    /** All its components are started. */
    RUNNING,
    /** Its components are being stopped. */
    STOPPING,
    /** All its components are stopped. */
    STOPPED,
    /** A component could not start, failed, or did not stop in time; what could be stopped is stopped. */
    FAILED
}
