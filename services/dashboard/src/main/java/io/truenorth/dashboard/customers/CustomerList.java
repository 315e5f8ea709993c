package io.truenorth.dashboard.customers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * A page of a list.
 *
 * @param total the number of customers that match the filter
 * @param rows the customers of this page, in order
 * @param next the cursor of the next page; empty on the last page
 */
public record CustomerList(long total, List<CustomerRow> rows, Optional<Cursor> next) {

    /** The first customers after a cursor. All that match the filter are counted; only a page of them is held in memory. */
    public static CustomerList of(
            Customers customers, CustomerFilter filter, CustomerOrder order, int limit, Optional<Cursor> after) {
        Comparator<CustomerRow> comparator = order.comparator();
        Optional<CustomerRow> last = after.map(Cursor::row);
        PriorityQueue<CustomerRow> first = new PriorityQueue<>(comparator.reversed());
        long[] total = {0};
        customers.matching(filter).forEach(row -> {
            total[0]++;
            if (last.isEmpty() || comparator.compare(row, last.get()) > 0) {
                first.add(row);
                if (first.size() > limit + 1) {
                    first.poll();
                }
            }
        });
        List<CustomerRow> page = new ArrayList<>(first);
        page.sort(comparator);
        boolean more = page.size() > limit;
        List<CustomerRow> rows = more ? page.subList(0, limit) : page;
        return new CustomerList(total[0], rows, more ? Optional.of(Cursor.at(rows.get(limit - 1))) : Optional.empty());
    }
}
