"""Python's own mail reader behind the commands of ReaderProcess: one more witness of what a mail says."""
import email
import email.policy
import json
import struct
import sys
import time

TEXTS = ("text/plain", "text/html", "text/enriched", "text/richtext")


def files(part):
    if part.is_multipart() and part.get_content_maintype() == "multipart":
        return sum(files(child) for child in part.get_payload())
    text = part.get_content_type() in TEXTS
    attached = part.get_content_disposition() == "attachment" or part.get_filename() is not None
    return 0 if text and not attached else 1


def mailbox(mail):
    addresses = mail["from"].addresses if mail["from"] else ()
    return addresses[0] if addresses else None


def read(raw):
    start = time.monotonic_ns()
    answer = {}
    try:
        mail = email.message_from_bytes(raw, policy=email.policy.default)
        for fact, ask in (
            ("SUBJECT", lambda: str(mail["subject"] or "")),
            ("FROM", lambda: mailbox(mail).addr_spec if mailbox(mail) else ""),
            ("NAME", lambda: mailbox(mail).display_name if mailbox(mail) else ""),
            ("FILES", lambda: str(files(mail))),
        ):
            try:
                answer[fact] = ask()
            except Exception as failure:  # whatever it is, this witness does not know
                answer["failure"] = type(failure).__name__
    except Exception as failure:
        answer["failure"] = type(failure).__name__
    answer["nanos"] = time.monotonic_ns() - start
    return json.dumps(answer)


print("ready", flush=True)
while True:
    head = sys.stdin.buffer.read(5)
    if len(head) < 5:
        break
    letter, number = struct.unpack(">ci", head)
    print(read(sys.stdin.buffer.read(number)), flush=True)
