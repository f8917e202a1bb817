/**
 * The desk: the whole hub on a laptop, with a helpdesk core in miniature and its page.
 *
 * <p>{@link io.switchboard.sandbox.desk.core} is an outside consumer of the contract and needs nothing but Kafka's address;
 * {@link io.switchboard.sandbox.desk.page} shows what it knows. {@link io.switchboard.sandbox.desk.DeskCoreConfiguration} puts
 * the two together.
 */
@NullMarked
package io.switchboard.sandbox.desk;

import org.jspecify.annotations.NullMarked;
