package io.switchboard.sandbox.platforms.shopify;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.regex.Pattern;

/** The lexical tokens of a GraphQL document, taken from the front. GraphQL specification, section 2.1. */
final class GraphTokens {

    private static final Pattern TOKEN = Pattern.compile(
            "[\\s,\uFEFF]+|#[^\\n]*|(\\.\\.\\.|[{}()\\[\\]:!$=@|&]|\"(?:[^\"\\\\\\n]|\\\\.)*\"|[_A-Za-z][_0-9A-Za-z]*"
                    + "|-?[0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)");

    private final Queue<String> tokens = new ArrayDeque<>();

    GraphTokens(String document) {
        var matcher = TOKEN.matcher(document);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            if (matcher.group(1) != null) {
                tokens.add(matcher.group(1));
            }
        }
        if (end < document.length()) {
            throw syntaxError("an unexpected character at position " + end);
        }
    }

    boolean nextIs(String token) {
        return token.equals(tokens.peek());
    }

    boolean take(String token) {
        boolean found = nextIs(token);
        if (found) {
            tokens.remove();
        }
        return found;
    }

    void expect(String token) {
        if (!take(token)) {
            throw syntaxError("found " + (tokens.isEmpty() ? "the end" : tokens.peek()) + ", expected " + token);
        }
    }

    String any() {
        if (tokens.isEmpty()) {
            throw syntaxError("found the end");
        }
        return tokens.remove();
    }

    String name() {
        var name = any();
        if (!name.matches("[_A-Za-z].*")) {
            throw syntaxError("found " + name + ", expected a name");
        }
        return name;
    }

    static GraphQlException syntaxError(String what) {
        return new GraphQlException("parseError", "syntax error: " + what);
    }
}
