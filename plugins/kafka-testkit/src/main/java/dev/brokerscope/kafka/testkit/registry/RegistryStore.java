package dev.brokerscope.kafka.testkit.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What the registry holds: schemas by id, versions by subject (deleted ones marked), compatibility levels.
/// In memory; every method takes the lock.
final class RegistryStore {

    /// One version of a subject.
    record Version(String subject, int number, int id, RegisteredSchema schema, boolean deleted) {}

    private static final Set<String> LEVELS = Set.of("NONE", "BACKWARD", "BACKWARD_TRANSITIVE", "FORWARD",
            "FORWARD_TRANSITIVE", "FULL", "FULL_TRANSITIVE");
    private static final String DEFAULT_LEVEL = "BACKWARD";

    private final Map<Integer, RegisteredSchema> byId = new LinkedHashMap<>();
    private final Map<String, List<Version>> subjects = new TreeMap<>();
    private final Map<String, String> levels = new LinkedHashMap<>();
    private final AvroRules avro = new AvroRules(this::target);
    private String globalLevel = DEFAULT_LEVEL;
    private int lastId;

    synchronized Version register(String subject, RegisteredSchema schema) {
        validate(schema);
        Optional<Version> known = versions(subject, false).stream().filter(v -> v.schema().equals(schema)).findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        conflict(subject, schema).ifPresent(why -> {
            throw RegistryRefusal.incompatible(subject, why);
        });
        int id = byId.entrySet().stream().filter(entry -> entry.getValue().equals(schema)).map(Map.Entry::getKey)
                .findFirst().orElseGet(() -> ++lastId);
        byId.put(id, schema);
        List<Version> list = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        int number = list.isEmpty() ? 1 : list.getLast().number() + 1;
        Version version = new Version(subject, number, id, schema, false);
        list.add(version);
        return version;
    }

    /// Lets the next id be a chosen one, so that fixtures can hold fixed ids.
    synchronized void continueAt(int id) {
        lastId = id - 1;
    }

    synchronized Optional<RegisteredSchema> schema(int id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<Integer> idOf(String guid) {
        return byId.entrySet().stream().filter(entry -> entry.getValue().guid().toString().equals(guid))
                .map(Map.Entry::getKey).findFirst();
    }

    synchronized List<Version> versionsOf(int id) {
        return subjects.values().stream().flatMap(List::stream).filter(v -> v.id() == id && !v.deleted()).toList();
    }

    synchronized List<String> subjects(boolean deletedToo) {
        return subjects.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(v -> deletedToo || !v.deleted()))
                .map(Map.Entry::getKey).toList();
    }

    /// The versions of a subject; none is a refusal.
    synchronized List<Version> existing(String subject, boolean deletedToo) {
        List<Version> found = versions(subject, deletedToo);
        if (found.isEmpty()) {
            throw RegistryRefusal.noSubject(subject);
        }
        return found;
    }

    /// A version by number or `latest`.
    synchronized Version version(String subject, String text, boolean deletedToo) {
        List<Version> all = existing(subject, deletedToo);
        if (text.equals("latest") || text.equals("-1")) {
            return all.getLast();
        }
        int number = number(text);
        return all.stream().filter(v -> v.number() == number).findFirst()
                .orElseThrow(() -> RegistryRefusal.noVersion(text));
    }

    synchronized Version lookup(String subject, RegisteredSchema schema) {
        return existing(subject, false).stream().filter(v -> v.schema().equals(schema)).findFirst()
                .orElseThrow(RegistryRefusal::noSuchSchemaInSubject);
    }

    synchronized List<Integer> referencing(Version target) {
        return subjects.values().stream().flatMap(List::stream).filter(v -> !v.deleted())
                .filter(v -> v.schema().references().stream().anyMatch(
                        r -> r.subject().equals(target.subject()) && r.version() == target.number()))
                .map(Version::id).distinct().toList();
    }

    synchronized List<Integer> deleteSubject(String subject, boolean permanent) {
        List<Version> all = existing(subject, true);
        List<Version> alive = versions(subject, false);
        if (permanent && !alive.isEmpty()) {
            throw RegistryRefusal.notDeletedFirst(subject);
        }
        if (!permanent && alive.isEmpty()) {
            throw RegistryRefusal.alreadyDeleted(subject);
        }
        List<Version> gone = permanent ? all : alive;
        gone.forEach(this::refuseIfReferenced);
        gone.forEach(version -> remove(version, permanent));
        return gone.stream().map(Version::number).toList();
    }

    synchronized int deleteVersion(String subject, String text, boolean permanent) {
        Version version = version(subject, text, true);
        if (permanent && !version.deleted()) {
            throw RegistryRefusal.versionNotDeletedFirst(subject, version.number());
        }
        if (!permanent && version.deleted()) {
            throw RegistryRefusal.versionAlreadyDeleted(subject, version.number());
        }
        refuseIfReferenced(version);
        remove(version, permanent);
        return version.number();
    }

    synchronized String level() {
        return globalLevel;
    }

    synchronized Optional<String> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    synchronized void level(Optional<String> subject, String level) {
        if (!LEVELS.contains(level)) {
            throw RegistryRefusal.invalidLevel();
        }
        subject.ifPresentOrElse(name -> levels.put(name, level), () -> globalLevel = level);
    }

    synchronized String removeLevel(String subject) {
        String removed = levels.remove(subject);
        if (removed == null) {
            throw RegistryRefusal.noLevel(subject);
        }
        return removed;
    }

    /// Why a schema does not fit its subject's level; a JSON or Protobuf schema always fits.
    synchronized Optional<String> conflict(String subject, RegisteredSchema schema) {
        String level = levels.getOrDefault(subject, globalLevel);
        List<Version> earlier = versions(subject, false).reversed();
        return earlier.stream().limit(level.endsWith("TRANSITIVE") ? Long.MAX_VALUE : 1)
                .filter(v -> schema.type().equals("AVRO") && v.schema().type().equals("AVRO"))
                .flatMap(v -> avro.conflict(level, schema, v.schema()).stream()).findFirst();
    }

    private void validate(RegisteredSchema schema) {
        if (schema.type().equals("AVRO")) {
            avro.parse(schema);
        } else {
            schema.references().forEach(this::target);
        }
    }

    private RegisteredSchema target(RegisteredSchema.Reference reference) {
        return versions(reference.subject(), true).stream().filter(v -> v.number() == reference.version())
                .map(Version::schema).findFirst().orElseThrow(() -> RegistryRefusal.invalidSchema("AVRO",
                        "No schema reference found for subject \"" + reference.subject() + "\" and version "
                                + reference.version()));
    }

    private List<Version> versions(String subject, boolean deletedToo) {
        return subjects.getOrDefault(subject, List.of()).stream().filter(v -> deletedToo || !v.deleted()).toList();
    }

    private void refuseIfReferenced(Version version) {
        if (!referencing(version).isEmpty()) {
            throw RegistryRefusal.referenced(version.subject(), version.number());
        }
    }

    private void remove(Version version, boolean permanent) {
        List<Version> list = subjects.getOrDefault(version.subject(), new ArrayList<>());
        if (permanent) {
            list.remove(version);
            if (versionsOf(version.id()).isEmpty()) {
                byId.remove(version.id());
            }
        } else {
            list.set(list.indexOf(version),
                    new Version(version.subject(), version.number(), version.id(), version.schema(), true));
        }
        if (list.isEmpty()) {
            subjects.remove(version.subject());
        }
    }

    private static int number(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw RegistryRefusal.invalidVersion(text);
        }
        throw RegistryRefusal.invalidVersion(text);
    }
}
