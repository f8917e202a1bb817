/**
 * The structure of a mail (RFC 5322, RFC 2045) and the values of its header fields, from any bytes. What stands within a part without being
 * one of its own is found by {@code TnefPart}, {@code UuencodedFiles} and {@code SignedData} and hangs in the tree as {@code Entity.enclosed},
 * under a path by which it can be fetched. {@code Encoded} is how a part's bytes are got at without decoding more than asked for.
 */
@NullMarked
package io.switchboard.connector.email.mime;

import org.jspecify.annotations.NullMarked;
