package io.truenorth.benchmarks.load;

import io.truenorth.contract.Identity;
import io.truenorth.contract.Touchpoint;
import java.util.List;
import java.util.Locale;

/** The identities by which touchpoints of the backlog name their customer, who has an account and an e-mail address. */
public enum NamedBy {
    /** The account only; the address is never seen. */
    ACCOUNT,
    /** The account only, of customers who have the address too: the customer's own identity. */
    OWN,
    /** The account, which is the customer's id, and the address. */
    BOTH,
    /** The address only: another one than the customer's id. */
    ADDRESS;

    /** Returns its name in results. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether the customers have two identities. */
    public boolean joins() {
        return this != ACCOUNT;
    }

    /** Returns a touchpoint with these identities instead of its account. */
    public Touchpoint name(Touchpoint touchpoint) {
        Identity account = touchpoint.getIdentities().get(0);
        Identity address = address(account);
        Touchpoint named = Touchpoint.newBuilder(touchpoint).build();
        named.setIdentities(
                switch (this) {
                    case ACCOUNT, OWN -> List.of(account);
                    case BOTH -> List.of(account, address);
                    case ADDRESS -> List.of(address);
                });
        return named;
    }

    private static Identity address(Identity account) {
        return new Identity("email", account.getValue());
    }
}
