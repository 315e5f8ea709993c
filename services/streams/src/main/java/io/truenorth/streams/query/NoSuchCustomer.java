package io.truenorth.streams.query;

import io.truenorth.service.http.Problem;
import io.truenorth.service.http.ProblemException;

/** The answer about a customer without any touchpoint. */
final class NoSuchCustomer {
    private NoSuchCustomer() {}

    static ProblemException problem() {
        return new ProblemException(Problem.of(
                404,
                "no-such-customer",
                "No such customer",
                "no touchpoint of this customer was counted; ids are namespace:value, such as crm:c-1"));
    }
}
