package io.truenorth.documents.history;

/** Where the quotes of a CSV text (RFC 4180) leave off. */
enum QuotedText {
    /** Every quoted field is closed. */
    CLOSED,
    /** The last field is quoted and goes on in the next line. */
    OPEN,
    /** A closing quote is followed by something other than a separator. */
    INVALID;

    /** @param inside whether the text begins within a quoted field */
    static QuotedText of(String text, char separator, boolean inside) {
        boolean open = inside;
        int at = 0;
        while (at < text.length()) {
            if (open) {
                int quote = text.indexOf('"', at);
                if (quote < 0) {
                    return OPEN;
                }
                boolean escaped = quote + 1 < text.length() && text.charAt(quote + 1) == '"';
                at = quote + (escaped ? 2 : 1);
                if (!escaped) {
                    open = false;
                    if (at < text.length() && text.charAt(at) != separator) {
                        return INVALID;
                    }
                    at++;
                }
            } else if (text.charAt(at) == '"') {
                open = true;
                at++;
            } else {
                int end = text.indexOf(separator, at);
                at = end < 0 ? text.length() : end + 1;
            }
        }
        return open ? OPEN : CLOSED;
    }
}
