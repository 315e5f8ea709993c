package io.truenorth.streams.decode;

/** What a record turned out to be. */
public sealed interface DecodeResult permits ValidTouchpoint, RejectedRecord {}
