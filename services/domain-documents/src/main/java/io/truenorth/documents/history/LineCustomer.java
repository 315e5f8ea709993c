package io.truenorth.documents.history;

import io.truenorth.documents.Excerpt;
import io.truenorth.documents.history.FieldRules.CustomerRule;
import io.truenorth.documents.history.FieldRules.IdentityColumn;
import io.truenorth.identity.NameText;
import io.truenorth.identity.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The customer of a line.
 *
 * @param name the name in the ledger; empty if the line names no customer
 * @param identities all identities, the strongest first; empty if the mapping names none
 */
record LineCustomer(String name, List<HistoryIdentity> identities) {

    /** Of a line that names no customer, but an object of one's. */
    static final LineCustomer UNKNOWN = new LineCustomer("", List.of());

    /**
     * Reads the customer.
     *
     * <p>Of several identities the first valid one names the customer. Placeholders and invalid phone numbers are left out, and
     * reject the line only if no other identity is left.
     */
    static LineCustomer of(Row row, CustomerRule rule, CustomerNames customers) throws LineRejection {
        return rule.identities().isEmpty()
                ? new LineCustomer(plain(row, rule, customers), List.of())
                : identified(row, rule, customers);
    }

    /** Whether all columns of the customer are empty, as in a line of totals. */
    static boolean isMissing(Row row, CustomerRule rule) throws LineRejection {
        for (IdentityColumn identity : rule.identities()) {
            if (!row.get(identity.column()).isBlank()) {
                return false;
            }
        }
        return !rule.identities().isEmpty() || rule.column().read(row).isBlank();
    }

    private static String plain(Row row, CustomerRule rule, CustomerNames customers) throws LineRejection {
        String column = rule.column().label("customer");
        String customer = NameRules.requireIdentity(column, rule.column().read(row));
        Optional<Placeholder> nobody = customers.nobody(customer);
        if (nobody.isPresent()) {
            throw placeholder(column, customer, nobody.get());
        }
        return customer;
    }

    private static LineRejection placeholder(String column, String customer, Placeholder placeholder) {
        return new LineRejection(column, "the id of somebody, not " + placeholder.inWords(), Excerpt.of(customer));
    }

    private static LineCustomer identified(Row row, CustomerRule rule, CustomerNames customers) throws LineRejection {
        List<HistoryIdentity> valid = new ArrayList<>();
        Optional<LineRejection> leftOut = Optional.empty();
        for (IdentityColumn identity : rule.identities()) {
            String written = NameText.trimmed(row.get(identity.column()));
            if (!written.isEmpty()) {
                try {
                    valid.add(identity(identity, written, rule, customers));
                } catch (LineRejection rejection) {
                    leftOut = leftOut.or(() -> Optional.of(rejection));
                }
            }
        }
        if (valid.isEmpty()) {
            String columns = String.join(
                    ", ", rule.identities().stream().map(IdentityColumn::column).toList());
            throw leftOut.orElseGet(() -> new LineRejection("", "an identity in one of " + columns, "none"));
        }
        return new LineCustomer(
                valid.get(0).toString(), valid.stream().distinct().toList());
    }

    private static HistoryIdentity identity(
            IdentityColumn identity, String written, CustomerRule rule, CustomerNames customers) throws LineRejection {
        String value = NameRules.requireIdentity(identity.column(), written);
        requireSomebody(identity, value, customers);
        String normal;
        try {
            normal = customers.forms().normal(identity.namespace(), value, rule.region());
        } catch (IllegalArgumentException e) {
            throw LineRejection.of(identity.column(), String.valueOf(e.getMessage()));
        }
        requireSomebody(identity, normal, customers);
        return new HistoryIdentity(identity.namespace(), normal);
    }

    private static void requireSomebody(IdentityColumn identity, String value, CustomerNames customers)
            throws LineRejection {
        Optional<Placeholder> nobody = customers.nobody(identity.namespace(), value);
        if (nobody.isPresent()) {
            throw placeholder(identity.column(), value, nobody.get());
        }
    }
}
