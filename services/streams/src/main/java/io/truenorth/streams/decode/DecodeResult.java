package io.truenorth.streams.decode;

/** The result of decoding a record. */
public sealed interface DecodeResult
        permits ValidTouchpoint, ImportedPart, IdentityRequestDecoder.RequestedChange, RejectedRecord {}
