/**
 * What of a mail its author wrote now, and what only came along: earlier mails, signature, legal notices.
 *
 * <p>Nothing is destroyed. {@link io.switchboard.connector.email.quotation.MailText} divides a plain text into
 * {@link io.switchboard.connector.email.quotation.Span}s with offsets that cover all of it;
 * {@link io.switchboard.connector.email.quotation.MailHtml} leaves out of an HTML body what trails the author's last words. When nothing
 * would be left, everything is.
 *
 * <ol>
 *   <li><b>lines</b>: {@code TextLine} knows its offsets and whether it is quoted by {@code >};
 *   <li><b>quotations</b>: {@code Quotations} walks them once and marks quoted and forwarded lines. {@code Attribution} knows "On …, Bob
 *       wrote:", {@code RunOnAttribution} the same with the earlier mail behind it, {@code BrokenAttribution} the same with its end
 *       already quoted, {@code QuotedHeader} knows From/Sent/To/Subject, {@code Divider} knows the lines between dashes;
 *   <li><b>ends</b>: {@code Tail} takes signatures, list footers and notices off the end of what remains.
 * </ol>
 *
 * <p>A quotation without {@code >} reaches to the end of the mail. Between quoted lines everything unquoted is an answer and stays.
 *
 * <p>All words of all languages are rows of {@code phrases.txt}; a new language is new rows. Everything is linear: each line is
 * compared in its first few hundred characters, with a fixed number of lines around it.
 *
 * <p>Sources: RFC 3676 §4.3 (signature delimiter) and §4.5 (quoting); the rest is what mail programs write.
 */
@NullMarked
package io.switchboard.connector.email.quotation;

import org.jspecify.annotations.NullMarked;
