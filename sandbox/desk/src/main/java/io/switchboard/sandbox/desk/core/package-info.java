/**
 * A helpdesk core in miniature: what a consumer of the outside contract has to do, and nothing else.
 *
 * <p>Its memory is a function of three topics. At each start {@link io.switchboard.sandbox.desk.core.TopicReader} reads
 * {@code tickets}, {@code replies} and {@code ticket-state} from the beginning into
 * {@link io.switchboard.sandbox.desk.core.ThreadMemory}; there is no file and no table. Events are deduplicated by their
 * CloudEvents id, checked for gaps, and joined by message id or native id in whatever order they come.
 * {@link io.switchboard.sandbox.desk.core.CoreCommands} is the way back: replies and ticket states.
 */
@NullMarked
package io.switchboard.sandbox.desk.core;

import org.jspecify.annotations.NullMarked;
