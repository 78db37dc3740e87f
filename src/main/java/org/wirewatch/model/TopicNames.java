package org.wirewatch.model;

/**
 * The names of Wirewatch's topics under one prefix; where everything that runs meets.
 *
 * @param prefix before the dot of every topic; "wirewatch" unless configured
 */
public record TopicNames(String prefix) {
  /** The names of a system without configuration. */
  public static final TopicNames DEFAULT = new TopicNames("wirewatch");

  public String items() {
    return prefix + ".items";
  }

  public String flags() {
    return prefix + ".flags";
  }

  public String alerts() {
    return prefix + ".alerts";
  }

  public String notifications() {
    return prefix + ".notifications";
  }

  public String deliveries() {
    return prefix + ".deliveries";
  }

  public String watchlists() {
    return prefix + ".watchlists";
  }

  public String feeds() {
    return prefix + ".feeds";
  }

  public String silences() {
    return prefix + ".silences";
  }

  public String feedState() {
    return prefix + ".feed-state";
  }

  public String deadLetters() {
    return prefix + ".dead-letters";
  }
}
