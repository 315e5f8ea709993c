package io.truenorth.streams.query;

import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;

/** The answers about a customer without a score. */
final class NoSuchCustomer {
    private NoSuchCustomer() {}

    static ProblemException problem() {
        return new ProblemException(Problem.of(
                404,
                "no-such-customer",
                "No such customer",
                "no touchpoint of this customer was counted; ids are namespace:value, such as crm:c-1"));
    }

    static ProblemException withoutConsent() {
        return new ProblemException(Problem.of(
                404,
                "no-consent",
                "No consent to scoring",
                "the customer does not consent to scoring and has no score; /v1/customers/{id}/identities tells what was said of"
                        + " consent"));
    }
}
