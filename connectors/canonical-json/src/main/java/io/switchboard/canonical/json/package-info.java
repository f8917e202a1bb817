/**
 * The one written form of the canonical model: the value and the headers of every record on the topic {@code tickets}, and the
 * golden files of the connectors.
 *
 * <p>The rules, once: field names in camelCase in the order of the record; enum values in lower_snake_case; identifiers as
 * plain strings; absent values and empty collections left out; times in RFC 3339, UTC, with milliseconds; amounts of money as
 * strings; what is one of several kinds says so in {@code kind}; names of maps sorted. Two equal values give equal bytes.
 *
 * <p>A reader ignores fields it does not know and gives every unknown value of an open enum the meaning stated in
 * {@link io.switchboard.canonical.json.EnumNames}; {@code asyncapi.yaml} and {@code schema/} say the same to people who do not
 * read Java.
 */
@NullMarked
package io.switchboard.canonical.json;

import org.jspecify.annotations.NullMarked;
