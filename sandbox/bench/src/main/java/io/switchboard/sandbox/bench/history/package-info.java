/**
 * The truth about a run: what was sent, what was acknowledged, what came out, and whether the promises were kept.
 *
 * <p>{@link io.switchboard.sandbox.bench.history.History} is told by the load what it does and by
 * {@link io.switchboard.sandbox.bench.history.TicketsWatch} what readers of committed records see. It knows nothing of the gateway; the rules it
 * checks are those a helpdesk core relies on:
 *
 * <ul>
 *   <li><b>lost</b>: acknowledged, and no event tells of it;
 *   <li><b>doubled</b>: two events tell of one delivery, or one event stands there twice;
 *   <li><b>reordered</b>: a thread's sequence has a gap, repeats or goes back, a thread is on two partitions, or a delivery that was first sent
 *       after another one of its thread was acknowledged stands before that one. Two that were under way at once may stand either way;
 *   <li><b>cross-tenant</b>: an event tells another tenant of it, or a thread has two;
 *   <li><b>unasked</b>: an event tells of what nobody sent.
 * </ul>
 *
 * What was sent and never acknowledged may be there or not, once.
 */
@NullMarked
package io.switchboard.sandbox.bench.history;

import org.jspecify.annotations.NullMarked;
