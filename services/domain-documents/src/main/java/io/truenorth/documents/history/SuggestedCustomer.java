package io.truenorth.documents.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The columns that may say who the customer is.
 *
 * @param ids the customer's ids in a system
 * @param addresses e-mail addresses
 * @param phones phone numbers
 */
record SuggestedCustomer(List<SampledColumn> ids, List<SampledColumn> addresses, List<SampledColumn> phones) {

    static SuggestedCustomer of(SuggestedColumns columns) {
        return new SuggestedCustomer(columns.customerIds(), columns.addresses(), columns.phones());
    }

    /** Writes the identities, the strongest first, and asks where several columns may be the same one. */
    void write(SuggestionText text, List<SampledColumn> all) {
        List<String> identities = new ArrayList<>();
        if (ids.size() > 1) {
            text.ask("several columns may be the customer's id: " + SuggestionText.named(ids));
        }
        if (addresses.size() > 1) {
            text.ask("several columns hold e-mail addresses, which one is the customer's? "
                    + SuggestionText.named(addresses));
        }
        if (!ids.isEmpty()) {
            identities.add(identity(ids.get(0).words().equals("iban") ? "iban" : "customer", ids));
        }
        if (!addresses.isEmpty()) {
            identities.add(identity("email", addresses));
        }
        if (!phones.isEmpty()) {
            identities.add(identity("phone", phones.subList(0, 1)));
        }
        if (identities.isEmpty()) {
            text.ask("no column says who the customer is: " + SuggestionText.named(all));
            text.add("customer: { column: \"DECIDE\" }");
        } else {
            text.add("# The strongest first; namespaces are names of your own, the same in all your sources.");
            text.add("identities: [ " + String.join(", ", identities) + " ]");
        }
    }

    /** An identity; of several columns, a name that no column has. */
    private static String identity(String namespace, List<SampledColumn> of) {
        String names = of.stream().map(SampledColumn::name).collect(Collectors.joining(" or "));
        return "{ " + namespace + ": " + SuggestionText.quoted(new SampledColumn(names, List.of())) + " }";
    }
}
