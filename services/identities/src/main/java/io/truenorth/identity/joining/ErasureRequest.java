package io.truenorth.identity.joining;

/**
 * A request to erase a customer.
 *
 * @param id of the request; of several with one id the first is executed
 * @param requestedBy who asked
 * @param requestedAt when, epoch ms
 * @param dropsLater whether events are left out that occur after the erasure; otherwise they begin anew
 */
public record ErasureRequest(String id, String requestedBy, long requestedAt, boolean dropsLater) {
    /** Returns the request of somebody who objects to be scored again. */
    ErasureRequest droppingLater() {
        return new ErasureRequest(id, requestedBy, requestedAt, true);
    }
}
