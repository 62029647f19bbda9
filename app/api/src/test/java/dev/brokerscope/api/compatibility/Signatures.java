package dev.brokerscope.api.compatibility;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What others can compile against, one line each: types with their parents and cases, and their visible members.
final class Signatures {

    private final SortedSet<String> lines = new TreeSet<>();

    private Signatures() {}

    /// Of all classes below a folder of compiled classes.
    static SortedSet<String> below(Path classes, String within) throws IOException, ClassNotFoundException {
        Signatures signatures = new Signatures();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/').replace('/', '.');
                if (name.startsWith(within) && !name.endsWith("package-info.class")) {
                    signatures.add(Class.forName(name.substring(0, name.length() - ".class".length()), false,
                            Signatures.class.getClassLoader()));
                }
            }
        }
        return signatures.lines;
    }

    static SortedSet<String> of(Class<?>... types) {
        Signatures signatures = new Signatures();
        Arrays.asList(types).forEach(signatures::add);
        return signatures.lines;
    }

    private void add(Class<?> type) {
        if (!visible(type)) {
            return;
        }
        String name = type.getName();
        lines.add(name + " is " + modifiers(type.getModifiers()) + kind(type));
        if (type.getGenericSuperclass() != null && !type.isEnum() && !type.isRecord()) {
            lines.add(name + " extends " + type.getGenericSuperclass().getTypeName());
        }
        Stream.of(type.getGenericInterfaces()).forEach(i -> lines.add(name + " implements " + i.getTypeName()));
        if (type.isSealed()) {
            Stream.of(type.getPermittedSubclasses()).forEach(c -> lines.add(name + " permits " + c.getName()));
        }
        Stream.of(type.getDeclaredFields()).filter(Signatures::visible).forEach(f -> lines.add(name + "#" + text(f)));
        Stream.of(type.getDeclaredConstructors()).filter(Signatures::visible)
                .forEach(c -> lines.add(name + "#" + text(c)));
        Stream.of(type.getDeclaredMethods()).filter(Signatures::visible).forEach(m -> lines.add(name + "#" + text(m)));
    }

    private static boolean visible(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || visible(type.getDeclaringClass()));
    }

    private static boolean visible(Member member) {
        return !member.isSynthetic() && (Modifier.isPublic(member.getModifiers())
                || Modifier.isProtected(member.getModifiers()));
    }

    private static String kind(Class<?> type) {
        return (type.isSealed() ? "sealed " : "")
                + (type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class");
    }

    private static String text(Field field) {
        return field.isEnumConstant() ? "constant " + field.getName()
                : modifiers(field.getModifiers()) + field.getName() + ": " + field.getGenericType().getTypeName();
    }

    private static String text(Constructor<?> constructor) {
        return modifiers(constructor.getModifiers()) + "new" + parameters(constructor);
    }

    private static String text(Method method) {
        return (method.isDefault() ? "default " : "") + modifiers(method.getModifiers()) + method.getName()
                + parameters(method) + ": " + method.getGenericReturnType().getTypeName();
    }

    private static String parameters(Executable executable) {
        List<String> types = Stream.of(executable.getGenericParameterTypes()).map(Type::getTypeName).toList();
        List<String> faults = Stream.of(executable.getGenericExceptionTypes()).map(Type::getTypeName).sorted().toList();
        return types.stream().collect(Collectors.joining(", ", "(", ")"))
                + (faults.isEmpty() ? "" : " throws " + String.join(", ", faults));
    }

    private static String modifiers(int modifiers) {
        int shown = Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT;
        String text = Modifier.toString(modifiers & shown);
        return text.isEmpty() ? "" : text + " ";
    }
}
