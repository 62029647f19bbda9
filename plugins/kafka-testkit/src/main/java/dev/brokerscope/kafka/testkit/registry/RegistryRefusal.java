package dev.brokerscope.kafka.testkit.registry;

/// An answer of the registry that is an error, with Confluent's code and words.
final class RegistryRefusal extends RuntimeException {

    private final int status;
    private final int code;

    private RegistryRefusal(int status, int code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    int code() {
        return code;
    }

    static RegistryRefusal noSuchPath() {
        return new RegistryRefusal(404, 404, "HTTP 404 Not Found");
    }

    static RegistryRefusal wrongMethod() {
        return new RegistryRefusal(405, 405, "HTTP 405 Method Not Allowed");
    }

    static RegistryRefusal unauthorized() {
        return new RegistryRefusal(401, 401, "Unauthorized");
    }

    static RegistryRefusal brokenJson(String detail) {
        return new RegistryRefusal(400, 400, "Unable to process JSON: " + detail);
    }

    static RegistryRefusal noSubject(String subject) {
        return new RegistryRefusal(404, 40401, "Subject '" + subject + "' not found.");
    }

    static RegistryRefusal noVersion(String version) {
        return new RegistryRefusal(404, 40402, "Version " + version + " not found.");
    }

    static RegistryRefusal noSchema(String id) {
        return new RegistryRefusal(404, 40403, "Schema " + id + " not found");
    }

    static RegistryRefusal noSuchSchemaInSubject() {
        return new RegistryRefusal(404, 40403, "Schema not found");
    }

    static RegistryRefusal alreadyDeleted(String subject) {
        return new RegistryRefusal(404, 40404,
                "Subject '" + subject + "' was soft deleted.Set permanent=true to delete permanently");
    }

    static RegistryRefusal notDeletedFirst(String subject) {
        return new RegistryRefusal(404, 40405,
                "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static RegistryRefusal versionAlreadyDeleted(String subject, int version) {
        return new RegistryRefusal(404, 40406, "Subject '" + subject + "' Version " + version
                + " was soft deleted.Set permanent=true to delete permanently");
    }

    static RegistryRefusal versionNotDeletedFirst(String subject, int version) {
        return new RegistryRefusal(404, 40407, "Subject '" + subject + "' Version " + version
                + " was not deleted first before being permanently deleted");
    }

    static RegistryRefusal noLevel(String subject) {
        return new RegistryRefusal(404, 40408,
                "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static RegistryRefusal invalidSchema(String type, String detail) {
        return new RegistryRefusal(422, 42201, "Invalid schema of type " + type + ", details: " + detail);
    }

    static RegistryRefusal invalidVersion(String version) {
        return new RegistryRefusal(422, 42202, "The specified version '" + version
                + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static RegistryRefusal invalidLevel() {
        return new RegistryRefusal(422, 42203, "Invalid compatibility level. Valid values are none, backward, forward, "
                + "full, backward_transitive, forward_transitive, and full_transitive");
    }

    static RegistryRefusal referenced(String subject, int version) {
        return new RegistryRefusal(422, 42206, "One or more references exist to the schema {magic=1,keytype=SCHEMA,"
                + "subject=" + subject + ",version=" + version + "}.");
    }

    static RegistryRefusal incompatible(String subject, String detail) {
        return new RegistryRefusal(409, 409,
                "Schema being registered is incompatible with an earlier schema for subject \""
                        + subject + "\", details: [" + detail + "]");
    }
}
