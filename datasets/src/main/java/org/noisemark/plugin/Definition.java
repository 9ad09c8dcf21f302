package org.noisemark.plugin;

import java.util.List;

/**
 * What users can ask for by name: an optimizer, a noise, a data set, a network. Implementations are
 * public with a public constructor without arguments, and are named in {@code META-INF/services},
 * where {@link java.util.ServiceLoader} finds them; those that ship are no different.
 */
public interface Definition {
  /** Returns the name by which users ask for it: lower-case letters, digits and hyphens. */
  String name();

  /** Returns one line for {@code list}. */
  String summary();

  /** Returns the paper or code that it follows; empty if there is none. */
  default String source() {
    return "";
  }

  /** Returns its hyper-parameters, no two of one name; each has a default. */
  default List<Hyperparameter> hyperparameters() {
    return List.of();
  }
}
