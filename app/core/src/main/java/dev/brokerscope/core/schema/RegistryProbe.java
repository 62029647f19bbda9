package dev.brokerscope.core.schema;

import dev.brokerscope.api.fault.FaultException;
import dev.brokerscope.api.fault.FaultKind;
import dev.brokerscope.core.schema.RegistryHttp.Answer;
import dev.brokerscope.core.schema.RegistrySettings.Kind;
import java.util.List;

/// Finds out what a registry speaks: by its URL, by its settings, else by asking.
final class RegistryProbe {

    private static final String CONFLUENT_PATH = "/apis/ccompat/";
    private static final String APICURIO_PATH = "/apis/registry/";

    private final RegistryHttp http;
    private final RegistrySettings settings;

    RegistryProbe(RegistryHttp http, RegistrySettings settings) {
        this.http = http;
        this.settings = settings;
    }

    RegistryApi find() throws FaultException, InterruptedException {
        String base = http.base();
        if (settings.kind() == Kind.CONFLUENT || base.contains(CONFLUENT_PATH)) {
            return new ConfluentApi(http, settings);
        }
        if (base.contains(APICURIO_PATH)) {
            return apicurio(base);
        }
        if (settings.kind() == Kind.AUTO && listsSubjects(base)) {
            return new ConfluentApi(http, settings);
        }
        for (String version : List.of("v3", "v2")) {
            String path = base + APICURIO_PATH + version;
            Answer answer = http.get(path + "/system/info");
            if (answer.found() && http.json(answer).has("version")) {
                return apicurio(path);
            }
        }
        throw http.faults().lying("neither Confluent's API nor Apicurio's");
    }

    private RegistryApi apicurio(String base) {
        return new ApicurioApi(http, base, settings.displayUrl());
    }

    private boolean listsSubjects(String base) throws FaultException, InterruptedException {
        try {
            Answer answer = http.get(base + "/subjects?limit=1");
            return answer.found() && http.json(answer).isArray();
        } catch (FaultException e) {
            // the path is there: the schemas may be readable all the same
            if (e.kind() == FaultKind.NOT_AUTHORISED) {
                return true;
            }
            throw e;
        }
    }
}
