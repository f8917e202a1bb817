/**
 * The outside contract as this consumer reads it: the topics {@code tickets}, {@code replies} and {@code ticket-state}.
 *
 * <p>Written from the published contract, not with the gateway's classes, so that the desk notices when the two part ways.
 * Every record holds only what the desk shows and ignores the rest; names of kinds and states stay texts, because the contract
 * lets them grow.
 */
@NullMarked
package io.switchboard.sandbox.desk.contract;

import org.jspecify.annotations.NullMarked;
