package io.switchboard.connector.email.quotation;

/** Something that can stand at the end of what a person wrote and is no part of it. */
interface Ending {

    /** The line with which it begins, reaching to the region's end; the line after the region when it does not stand there. */
    int startIn(Region region);
}
