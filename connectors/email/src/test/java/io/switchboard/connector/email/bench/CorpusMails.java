package io.switchboard.connector.email.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Every mail of every corpus, with what is written down about it. */
final class CorpusMails {

    private final Path root;
    private final List<CorpusMail> mails = new ArrayList<>();

    private CorpusMails(Path root) {
        this.root = root;
    }

    static List<CorpusMail> below(Path root) throws IOException {
        var found = new CorpusMails(root);
        found.chatwoot();
        found.mikel();
        found.mime4j();
        found.replies();
        found.posted();
        return found.mails;
    }

    private void chatwoot() throws IOException {
        var corpus = "chatwoot-mail";
        var expected = new JsonMapper()
                .readTree(root.resolve(corpus).resolve("expected.json").toFile())
                .get("mails");
        for (var file : files(corpus, ".eml")) {
            add(corpus, file, Files.readAllBytes(file), facts(expected.path(name(file))));
        }
    }

    private static Map<Fact, String> facts(JsonNode expected) {
        var facts = new EnumMap<Fact, String>(Fact.class);
        for (var fact : expected.properties()) {
            switch (fact.getKey()) {
                case "subject" -> facts.put(Fact.SUBJECT, fact.getValue().asText());
                case "attachments" -> facts.put(Fact.FILES, fact.getValue().asText());
                case "contact_email" -> facts.put(Fact.FROM, fact.getValue().asText());
                default -> {}
            }
        }
        return facts;
    }

    private void mikel() throws IOException {
        for (var file : files("mikel-mail", ".eml")) {
            add("mikel-mail", file, Files.readAllBytes(file), Map.of());
        }
    }

    private void mime4j() throws IOException {
        for (var file : files("mime4j-testmsgs", ".msg")) {
            var description = file.resolveSibling(name(file).replaceAll("\\.msg$", ".xml"));
            add("mime4j-testmsgs", file, Files.readAllBytes(file), DescribedMail.facts(description));
        }
    }

    /** That corpus has texts; a mail is made of each. */
    private void replies() throws IOException {
        for (var file : files("email_reply_parser", ".txt")) {
            var mail = new ByteArrayOutputStream();
            mail.writeBytes("""
                    From: Customer <customer@mailhost.example>\r
                    To: support@shop.example\r
                    Subject: Re: a question\r
                    MIME-Version: 1.0\r
                    Content-Type: text/plain; charset=utf-8\r
                    Content-Transfer-Encoding: 8bit\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));
            mail.writeBytes(Files.readAllBytes(file));
            mails.add(new CorpusMail("email_reply_parser", name(file), mail.toByteArray(), false, Map.of()));
        }
    }

    private void posted() throws IOException {
        for (var corpus : List.of("multi_mail", "sendgrid-inbound", "anymail-inbound")) {
            for (var ending : List.of(".txt", ".json")) {
                for (var file : files(corpus, ending)) {
                    // SendGrid's samples name another subject beside the mail than in it.
                    var found = PostedMails.in(corpus, name(file), Files.readAllBytes(file));
                    found.stream().map(CorpusMails::withoutMadeUpFields).forEach(mails::add);
                }
            }
        }
    }

    private static CorpusMail withoutMadeUpFields(CorpusMail mail) {
        return mail.corpus().equals("sendgrid-inbound")
                ? new CorpusMail(mail.corpus(), mail.name(), mail.bytes(), true, Map.of())
                : mail;
    }

    private void add(String corpus, Path file, byte[] bytes, Map<Fact, String> expected) {
        mails.add(new CorpusMail(corpus, name(file), bytes, true, expected));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private List<Path> files(String corpus, String ending) throws IOException {
        try (var files = Files.walk(root.resolve(corpus))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
