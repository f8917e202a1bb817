package io.switchboard.connector.email.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/**
 * A mail of mime4j-testmsgs as its authors describe it in XML: header fields as they stand there, and the tree of parts. Only what needs no
 * opinion is taken from that: fields in plain ASCII, and the number of files where every part is clearly a file or clearly text.
 */
final class DescribedMail {

    private static final Pattern NAMED = Pattern.compile("(?is).*\\b(?:file)?name\\*?\\d*\\*?\\s*=.*");
    private static final Pattern PLAIN = Pattern.compile("[\\p{Print}\\s&&[^\\r\\n]]*");
    private static final Pattern DISPUTED = Pattern.compile("multipart/(?:signed|encrypted|report|appledouble|digest)"
            + "|application/(?:pgp.*|(?:x-)?pkcs7.*|(?:vnd\\.)?ms-tnef|applefile)|message/.*|multipart/.*");

    private final Element message;

    private DescribedMail(Element message) {
        this.message = message;
    }

    static Map<Fact, String> facts(Path description) throws IOException {
        var facts = new EnumMap<Fact, String>(Fact.class);
        read(description).ifPresent(mail -> {
            mail.plain("Subject").ifPresent(subject -> facts.put(Fact.SUBJECT, subject));
            mail.plain("From").flatMap(SimpleMailbox::read).ifPresent(from -> facts.putAll(from.facts()));
            files(mail.message).ifPresent(count -> facts.put(Fact.FILES, Integer.toString(count)));
        });
        return facts;
    }

    /** Empty where the description holds characters that XML does not allow. */
    private static Optional<DescribedMail> read(Path description) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(
                    new DescribedMail(builder.parse(description.toFile()).getDocumentElement()));
        } catch (SAXException notXml) {
            return Optional.empty();
        } catch (ParserConfigurationException absent) {
            throw new IllegalStateException("every Java platform reads XML", absent);
        }
    }

    /** A field that is there once and has no encoded words. */
    private Optional<String> plain(String name) {
        var values = fields(message, name);
        return values.size() == 1
                        && !values.getFirst().contains("=?")
                        && PLAIN.matcher(values.getFirst()).matches()
                ? Optional.of(values.getFirst())
                : Optional.empty();
    }

    private static List<String> fields(Element entity, String name) {
        var values = new ArrayList<String>();
        for (var header : children(entity, "header")) {
            for (var field : children(header, "field")) {
                var pair = field.getTextContent().strip().split(":", 2);
                if (pair.length == 2 && pair[0].strip().equalsIgnoreCase(name)) {
                    values.add(pair[1].replaceAll("\\r?\\n", "").strip());
                }
            }
        }
        return values;
    }

    /** Empty when there is a part of which some say that it is a file and others do not. */
    private static Optional<Integer> files(Element entity) {
        var type = value(entity, "Content-Type").orElse("text/plain");
        var multipart = children(entity, "multipart");
        if (multipart.isEmpty()) {
            return isFile(entity, type).map(file -> file ? 1 : 0);
        }
        if (DISPUTED.matcher(type).matches() && !type.matches("multipart/(?:mixed|alternative|related|parallel)")) {
            return Optional.empty();
        }
        var files = 0;
        for (var part : children(multipart.getFirst(), "body-part")) {
            var inside = files(part);
            if (inside.isEmpty()) {
                return Optional.empty();
            }
            files += inside.get();
        }
        return Optional.of(files);
    }

    private static Optional<Boolean> isFile(Element part, String type) {
        if (!children(part, "message").isEmpty() || DISPUTED.matcher(type).matches() || !type.contains("/")) {
            return Optional.empty();
        }
        var disposition = value(part, "Content-Disposition").orElse("");
        if (disposition.equals("attachment")) {
            return Optional.of(true);
        }
        if (type.equals("text/plain") || type.equals("text/html")) {
            var parameters = fields(part, "Content-Type") + " " + fields(part, "Content-Disposition");
            return NAMED.matcher(parameters).matches() || Truth.holdsUuencoded(part.getTextContent())
                    ? Optional.empty()
                    : Optional.of(false);
        }
        return type.startsWith("text/") ? Optional.empty() : Optional.of(true);
    }

    /** Without parameters, in lower case. */
    private static Optional<String> value(Element entity, String name) {
        return fields(entity, name).stream()
                .findFirst()
                .map(field -> field.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    private static List<Element> children(Element parent, String name) {
        var nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(node -> node instanceof Element && node.getNodeName().equals(name))
                .map(Element.class::cast)
                .toList();
    }
}
