package io.truenorth.schemas.serde;

import io.truenorth.contract.IdentityLedger;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The entries of the ledger of an identity, which are in several pieces if they are long. */
public final class LedgerPieces {
    private LedgerPieces() {}

    /** Returns the binary form of the entries. */
    public static byte[] joined(IdentityLedger ledger) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (ByteBuffer piece : ledger.getLedger()) {
            bytes.write(piece.array(), piece.arrayOffset() + piece.position(), piece.remaining());
        }
        return bytes.toByteArray();
    }
}
