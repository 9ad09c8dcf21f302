package org.noisemark.cli;

import org.noisemark.cli.session.Session;
import picocli.CommandLine;

/** Makes commands; those that ask for the session get it. */
record SessionFactory(Session session) implements CommandLine.IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (var constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Session.class) {
        return type.cast(constructor.newInstance(session));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
