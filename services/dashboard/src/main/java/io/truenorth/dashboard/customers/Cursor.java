package io.truenorth.dashboard.customers;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position at which a list continues: after a customer with the values of the previous page.
 *
 * @param score the score of the customer, micro-points
 * @param risk the detractor risk of the customer
 * @param lastTouchAt the last touch of the customer, epoch ms
 * @param id the id of the customer
 */
public record Cursor(long score, double risk, long lastTouchAt, String id) {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) ([0-9.E-]{1,30}) (-?\\d{1,18}) (.+)");

    static Cursor at(CustomerRow row) {
        return new Cursor(row.score(), row.risk(), row.lastTouchAt(), row.id());
    }

    /** The encoded cursor for clients. */
    public String toText() {
        String text = score + " " + risk + " " + lastTouchAt + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Decodes a cursor.
     *
     * @throws IllegalArgumentException if the text is not an encoded cursor
     */
    public static Cursor fromText(String text) {
        Matcher parts = TEXT.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
        if (!parts.matches()) {
            throw new IllegalArgumentException("expected the `next` of a previous page");
        }
        return new Cursor(
                Long.parseLong(parts.group(1)),
                Double.parseDouble(parts.group(2)),
                Long.parseLong(parts.group(3)),
                parts.group(4));
    }

    CustomerRow row() {
        CustomerRow.Builder row = new CustomerRow.Builder();
        row.score = score;
        row.risk = risk;
        row.lastTouchAt = lastTouchAt;
        row.id = id;
        return new CustomerRow(row);
    }
}
