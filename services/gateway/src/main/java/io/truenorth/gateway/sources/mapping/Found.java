package io.truenorth.gateway.sources.mapping;

/**
 * What a value is in one payload.
 *
 * @param text as text, without space at its ends, never empty
 * @param origin the pointer or header that it comes from; empty for what the document says itself
 */
record Found(String text, String origin) {

    Found withText(String other) {
        return new Found(other, origin);
    }
}
