package org.wirewatch.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirewatch.model.Action;
import org.wirewatch.model.Alert;
import org.wirewatch.model.Change;
import org.wirewatch.model.Entry;
import org.wirewatch.model.Flag;
import org.wirewatch.model.Item;
import org.wirewatch.model.Kind;
import org.wirewatch.model.Link;
import org.wirewatch.model.Matchers;
import org.wirewatch.model.Severity;
import org.wirewatch.model.Source;
import org.wirewatch.model.Status;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one mapper between the model and JSON, and the lenient reading of items that people hand in.
 * Thread-safe.
 */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .annotationIntrospector(new KebabEnums())
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .changeDefaultVisibility(v -> v.withIsGetterVisibility(Visibility.NONE))
          .addMixIn(Item.class, ItemJson.class)
          .addMixIn(Flag.class, WithoutNulls.class)
          .addMixIn(Alert.class, WithoutNulls.class)
          .addMixIn(Entry.Watch.class, WatchJson.class)
          .addMixIn(Action.class, ActionJson.class)
          .addMixIn(Action.Acknowledge.class, AcknowledgeJson.class)
          .addMixIn(Matchers.class, MatchersJson.class)
          .build();

  private Json() {}

  /** The mapper; immutable. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /**
   * Reads an item as people write them: only a title or a body is required, unknown properties are
   * ignored. What is missing is empty; a missing {@code id} is the empty string, and deriving it is
   * the caller's.
   *
   * @throws ItemFault if it is no object or a property has the wrong type; the message names the
   *     property
   */
  public static Item readItem(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      throw new ItemFault("an item is a JSON object, not " + node.getNodeType());
    }
    ObjectNode copy = object.deepCopy();
    if (!copy.hasNonNull("id")) {
      copy.put("id", "");
    }
    copy.set("source", readSource(copy.get("source")));
    try {
      return MAPPER.treeToValue(copy, Item.class);
    } catch (JacksonException e) {
      throw new ItemFault(e.getOriginalMessage() + path(e));
    }
  }

  private static ObjectNode readSource(@Nullable JsonNode given) {
    ObjectNode source = MAPPER.valueToTree(Source.UNKNOWN);
    if (given != null && given.isString()) {
      source.put("id", given.asString()).put("name", given.asString());
    } else if (given instanceof ObjectNode object) {
      object.properties().stream()
          .filter(p -> !p.getValue().isNull())
          .forEach(p -> source.set(p.getKey(), p.getValue()));
    }
    return source;
  }

  private static String path(JacksonException e) {
    return e.getPath().isEmpty() ? "" : " at " + e.getPathReference();
  }

  /** An item that cannot be read; the message says what is wrong, in one line. */
  public static final class ItemFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    ItemFault(String message) {
      super(message.lines().findFirst().orElse(message));
    }
  }

  private static final class KebabEnums extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public Object findEnumNamingStrategy(MapperConfig<?> config, AnnotatedClass type) {
      return EnumNamingStrategies.KEBAB_CASE;
    }
  }

  /** Lists and texts that an item lacks are empty rather than null. */
  private interface ItemJson {
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    String title();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    String summary();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    String body();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    List<String> authors();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    List<String> categories();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    List<Link> links();

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    List<String> repairs();
  }

  /** A status is an event's alone, and so is the alert that another was merged into. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private interface WithoutNulls {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Watch.Country.class, name = "country"),
    @JsonSubTypes.Type(value = Entry.Watch.Leader.class, name = "leader"),
    @JsonSubTypes.Type(value = Entry.Watch.Event.class, name = "event"),
    @JsonSubTypes.Type(value = Entry.Watch.Query.class, name = "query")
  })
  private interface WatchJson {}

  /** What a person does. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Action.Acknowledge.class, name = "acknowledge"),
    @JsonSubTypes.Type(value = Action.Snooze.class, name = "snooze"),
    @JsonSubTypes.Type(value = Action.Assign.class, name = "assign"),
    @JsonSubTypes.Type(value = Action.FalseAlarm.class, name = "false-alarm"),
    @JsonSubTypes.Type(value = Action.Silence.class, name = "silence")
  })
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private interface ActionJson {}

  private interface AcknowledgeJson {
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    String reason();
  }

  /** Conditions that are not made are left out. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  private interface MatchersJson {
    @JsonSetter(nulls = Nulls.AS_EMPTY)
    Set<String> watchlist();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    Set<String> entry();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    Set<Kind> kind();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    Set<String> place();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    Set<Severity> severity();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    Set<Status> status();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    Set<Integer> tier();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    Set<String> language();

    @JsonSetter(nulls = Nulls.AS_EMPTY)
    Set<Change> change();
  }
}
