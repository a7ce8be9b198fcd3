package kr.dochak;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
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
import java.util.Set;
import java.util.function.BiConsumer;
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
        List<Method> found = new ArrayList<>();
        each(root, (trees, unit) -> new Methods(trees, unit, found).scan(unit, null));
        return found;
    }

    /** The places where a statement is put together instead of being one literal or one constant. */
    static List<String> assembledStatements(Path root) {
        List<String> found = new ArrayList<>();
        each(root, (trees, unit) -> new Statements(unit, found).scan(unit, null));
        return found;
    }

    private static void each(Path root, BiConsumer<Trees, CompilationUnitTree> reader) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null);
                Stream<Path> files = Files.walk(root)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(sources));
            for (CompilationUnitTree unit : task.parse()) {
                reader.accept(Trees.instance(task), unit);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Statements extends TreePathScanner<Void, Void> {

        private static final Set<String> ALWAYS_SQL = Set.of("sql", "prepareStatement");
        private static final Set<String> SQL_OR_CODE = Set.of("execute", "query", "queryForObject", "update");

        private final CompilationUnitTree unit;
        private final List<String> found;

        private Statements(CompilationUnitTree unit, List<String> found) {
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
            if (call.getMethodSelect() instanceof MemberSelectTree method
                    && !call.getArguments().isEmpty()) {
                String name = method.getIdentifier().toString();
                ExpressionTree statement = call.getArguments().getFirst();
                if (ALWAYS_SQL.contains(name) && !isWhole(statement)
                        || SQL_OR_CODE.contains(name) && statement instanceof BinaryTree) {
                    String file =
                            Path.of(unit.getSourceFile().toUri()).getFileName().toString();
                    found.add(file + ": " + name + "(" + statement + ")");
                }
            }
            return super.visitMethodInvocation(call, unused);
        }

        private static boolean isWhole(ExpressionTree statement) {
            return switch (statement) {
                case LiteralTree literal -> true;
                case IdentifierTree constant -> isConstant(constant.getName().toString());
                case MemberSelectTree constant ->
                    isConstant(constant.getIdentifier().toString());
                default -> false;
            };
        }

        private static boolean isConstant(String name) {
            return name.equals(name.toUpperCase(java.util.Locale.ROOT));
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
