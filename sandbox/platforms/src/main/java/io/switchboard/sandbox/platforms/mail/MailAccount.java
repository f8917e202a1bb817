package io.switchboard.sandbox.platforms.mail;

/** A mailbox and its key; the login is the address. */
public record MailAccount(String address, String password) {

    @Override
    public String toString() {
        return "MailAccount[" + address + ", ***]";
    }
}
