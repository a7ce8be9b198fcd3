package kr.dochak;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The methods of the product as they stand in its sources, read by the compiler's own parser. */
final class SourceTree {

    /** One method or constructor; lines count from its signature to its last brace. */
    record Method(String place, int lines, boolean bindsSql, boolean constructor, int parameters, List<String> marks) {}

    private SourceTree() {}

    static List<Method> methods(Path root) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(root)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            List<Method> found = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                new Methods(Trees.instance(task), unit, found).scan(unit, null);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Methods extends TreePathScanner<Void, Void> {

        private final Trees trees;
        private final CompilationUnitTree unit;
        private final List<Method> found;

        private Methods(Trees trees, CompilationUnitTree unit, List<Method> found) {
            this.trees = trees;
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            if (method.getBody() != null && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree owner) {
                found.add(new Method(
                        unit.getPackageName() + "." + owner.getSimpleName() + "#" + method.getName(),
                        lines(method),
                        method.getBody().toString().contains(".sql("),
                        method.getName().contentEquals("<init>"),
                        method.getParameters().size(),
                        owner.getModifiers().getAnnotations().stream()
                                .map(mark -> mark.getAnnotationType().toString())
                                .toList()));
            }
            return super.visitMethod(method, unused);
        }

        /** From the signature on: annotations and documentation of a method are not its length. */
        private int lines(MethodTree method) {
            long start = method.getReturnType() == null
                    ? trees.getSourcePositions().getStartPosition(unit, method.getBody())
                    : trees.getSourcePositions().getStartPosition(unit, method.getReturnType());
            long end = trees.getSourcePositions().getEndPosition(unit, method);
            return (int) (unit.getLineMap().getLineNumber(end)
                            - unit.getLineMap().getLineNumber(start))
                    + 1;
        }
    }
}
