package io.switchboard.canonical.json;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** What the Javadoc of the canonical model says, so that the schemas say the same. */
final class SourceDocs {

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> components = new HashMap<>();

    private SourceDocs() {}

    static SourceDocs ofCanonicalModel() {
        var sources = ContractFiles.list(
                ContractFiles.module().resolve("../canonical/src/main/java/io/switchboard/canonical"));
        return of(sources);
    }

    /** What a type is, in the words of its Javadoc. */
    Optional<String> of(Class<?> type) {
        return Optional.ofNullable(types.get(name(type)));
    }

    /** What a record's component is, where its Javadoc says it. */
    Optional<String> of(Class<?> record, String component) {
        return Optional.ofNullable(components.get(name(record) + "." + component));
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static SourceDocs of(List<Path> sources) {
        var docs = new SourceDocs();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
            var reader = docs.new Reader(DocTrees.instance(task));
            task.parse().forEach(unit -> reader.scan(unit, ""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return docs;
    }

    /** The string handed down is the name of the enclosing type with a dot. */
    private final class Reader extends TreePathScanner<Void, String> {

        private final DocTrees trees;

        Reader(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, String enclosing) {
            var name = enclosing + type.getSimpleName();
            var comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                note(name, comment);
            }
            return super.visitClass(type, name + ".");
        }

        private void note(String name, DocCommentTree comment) {
            var text = text(comment.getFullBody());
            if (!text.isEmpty()) {
                types.put(name, text);
            }
            for (var tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree param) {
                    components.put(name + "." + param.getName(), text(param.getDescription()));
                }
            }
        }
    }

    private static String text(List<? extends DocTree> body) {
        return body.stream()
                .map(SourceDocs::text)
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String text(DocTree part) {
        return switch (part) {
            case TextTree words -> words.getBody();
            case LiteralTree code -> code.getBody().getBody();
            case LinkTree link -> link.getReference().getSignature().replaceFirst("^.*[.#](?=\\w)", "");
            case EntityTree entity -> entity.toString();
            default -> " ";
        };
    }
}
