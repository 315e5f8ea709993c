package io.truenorth.gateway.body;

/**
 * A field of a form.
 *
 * @param name as sent, such as {@code data[email]}; it may occur several times
 * @param value decoded
 */
public record FormField(String name, String value) {}
