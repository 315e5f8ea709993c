package io.truenorth.documents.history;

/** Takes a line apart. */
interface Rows {

    Row read(String line) throws LineRejection;
}
