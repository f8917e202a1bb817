package io.switchboard.connector.email.account;

import io.switchboard.connector.ConnectionRef;
import io.switchboard.connector.ConnectorDescriptor.SecretName;
import io.switchboard.connector.ConnectorDescriptor.Setting;
import java.util.List;

/** Names and defaults of what a mail connection can set. */
public final class EmailSettings {

    public static final String INBOUND_PROVIDER = "inbound_provider";
    public static final String FROM_NAME = "from_name";
    public static final String MESSAGE_ID_DOMAIN = "message_id_domain";
    public static final String AUTHSERV_ID = "authserv_id";
    public static final String PLUS_ADDRESSING = "plus_addressing";
    static final String OWN_ADDRESSES = "own_addresses";
    public static final String REPLY_TO_ALL = "reply_to_all";
    public static final String DKIM_DOMAIN = "dkim_domain";
    public static final String DKIM_SELECTOR = "dkim_selector";
    static final String SMTP_HOST = "smtp_host";
    static final String SMTP_PORT = "smtp_port";
    static final String SMTP_SECURITY = "smtp_security";
    static final String SMTP_USER = "smtp_user";
    static final String SMTP_AUTH = "smtp_auth";

    public static final String HOOK_TOKEN = "hook_token";
    public static final String HOOK_BASIC = "hook_basic";
    public static final String SENDGRID_PUBLIC_KEY = "sendgrid_public_key";
    public static final String MAILGUN_SIGNING_KEY = "mailgun_signing_key";
    static final String SMTP_PASSWORD = "smtp_password";
    public static final String DKIM_PRIVATE_KEY = "dkim_private_key";

    /** Got by the gateway. */
    static final String ACCESS_TOKEN = "oauth_access_token";

    public static final List<Setting> SETTINGS = List.of(
            new Setting(INBOUND_PROVIDER, "Who posts mails to the hook: raw, sendgrid, mailgun or postmark", "raw"),
            new Setting(FROM_NAME, "Name shown as the sender of answers", ""),
            new Setting(MESSAGE_ID_DOMAIN, "Right side of our Message-IDs; the domain of the mailbox when empty", ""),
            new Setting(
                    AUTHSERV_ID,
                    "Name of your own mail server in Authentication-Results, such as mx.google.com; no other is believed",
                    ""),
            new Setting(
                    PLUS_ADDRESSING,
                    "on when your mail server delivers name+detail@ to name@: answers then come back with a token of the conversation",
                    "off"),
            new Setting(OWN_ADDRESSES, "Further addresses of the merchant, comma-separated; never written to", ""),
            new Setting(
                    REPLY_TO_ALL, "customer, or all: whom the customer copied gets a copy of the answer", "customer"),
            new Setting(DKIM_DOMAIN, "Domain that signs answers (DKIM); nothing is signed when empty", ""),
            new Setting(DKIM_SELECTOR, "Selector under which the domain publishes its key", ""),
            new Setting(SMTP_HOST, "Submission server for answers", ""),
            new Setting(SMTP_PORT, "Its port", "587"),
            new Setting(SMTP_SECURITY, "none, starttls or tls", "starttls"),
            new Setting(SMTP_USER, "Login at the submission server; none when empty", ""),
            new Setting(SMTP_AUTH, "password or xoauth2", "password"),
            new Setting("imap_host", "Mailbox server to poll; none when empty", ""),
            new Setting("imap_port", "Its port", "993"),
            new Setting("imap_security", "none, starttls or tls", "tls"),
            new Setting("imap_user", "Login at the mailbox server", ""),
            new Setting("imap_auth", "password or xoauth2", "password"),
            new Setting("imap_folder", "Folder to poll", "INBOX"),
            new Setting(
                    "imap_mark_seen",
                    "true marks the mails that were taken as seen, false leaves them as they are",
                    "false"),
            new Setting("oauth_token_url", "Token endpoint (RFC 6749) of the mail provider, for xoauth2", ""),
            new Setting("oauth_client_id", "Our client id there", ""),
            new Setting("oauth_scope", "Scope to ask for; the granted one when empty", ""));

    public static final List<SecretName> SECRETS = List.of(
            new SecretName(HOOK_TOKEN, "signature", "Bearer token of the raw MIME hook"),
            new SecretName(
                    HOOK_BASIC, "signature", "user:password of Postmark's hook, or SendGrid's without signature"),
            new SecretName(SENDGRID_PUBLIC_KEY, "signature", "Public key of SendGrid's security policy, base64"),
            new SecretName(MAILGUN_SIGNING_KEY, "signature", "Mailgun's HTTP webhook signing key"),
            new SecretName(SMTP_PASSWORD, "api", "Password at the submission server"),
            new SecretName(DKIM_PRIVATE_KEY, "api", "DKIM key: PEM, PKCS #8, RSA or Ed25519"),
            new SecretName("imap_password", "api", "Password at the mailbox server"),
            new SecretName(
                    "oauth_client_secret", "api", "Our client secret at the token endpoint; none for public clients"),
            new SecretName("oauth_refresh_token", "api", "Refresh token the merchant's consent gave us"));

    private EmailSettings() {}

    /** What the connection sets, else the declared default; may be empty. */
    public static String of(ConnectionRef connection, String name) {
        return connection.setting(name).map(String::strip).orElseGet(() -> fallback(name));
    }

    private static String fallback(String name) {
        return SETTINGS.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow()
                .fallback();
    }
}
