package org.wirewatch.json;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds what tests produce against the schemas that users are given. */
public final class Conforms {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, b -> b.schemas(texts()));

  private Conforms() {}

  /** What keeps a JSON text from conforming to the schema of that name; empty if it does. */
  public static List<String> faults(String name, String json) {
    Schema schema = REGISTRY.getSchema(SchemaLocation.of(address(name)));
    return schema.validate(json, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static Map<String, String> texts() {
    return Schemas.names().stream().collect(Collectors.toMap(Conforms::address, Schemas::text));
  }

  private static String address(String name) {
    return "https://wirewatch.org/schema/" + name + ".json";
  }
}
