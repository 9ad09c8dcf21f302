package org.noisemark.datasets;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the files of a data set come from.
 *
 * @param name of the data set
 * @param files all of them
 * @param ships whether it ships with this program; then it is read from nowhere else
 * @param always places that are searched after the user's: resources, folders of packages
 * @param mirrors folders of the network that hold each file as {@code .gz}; each ends with a slash
 * @param hint other ways to get it, for the message when it is missing
 */
record Origin(
    String name,
    List<DataFile> files,
    boolean ships,
    List<Location> always,
    List<URI> mirrors,
    String hint) {

  /** Returns the places to search, in order. */
  List<Location> places(DataHome home) {
    if (ships) {
      return always;
    }
    var places = new ArrayList<Location>();
    if (home.from().isPresent()) {
      places.add(new Location.Given(home.from().get()));
      places.add(new Location.Given(home.from().get().resolve(name)));
    } else {
      places.add(fetched(home));
      places.addAll(always);
    }
    return places;
  }

  /** Returns the folder that fetching fills. */
  Location.Folder fetched(DataHome home) {
    return new Location.Folder(home.directory().resolve(name));
  }

  /** Returns the first place that has every file, or else the first that has any. */
  Optional<Location> find(DataHome home) {
    var places = places(home);
    var whole =
        places.stream()
            .filter(place -> files.stream().allMatch(file -> place.has(file)))
            .findFirst();
    return whole.isPresent()
        ? whole
        : places.stream()
            .filter(place -> files.stream().anyMatch(file -> place.has(file)))
            .findFirst();
  }

  /**
   * Returns that place.
   *
   * @throws IOException if there is none; its one line says how to get the data set
   */
  Location require(DataHome home) throws IOException {
    return find(home).orElseThrow(() -> new FileNotFoundException(missing(home)));
  }

  private String missing(DataHome home) {
    String looked = places(home).stream().map(Location::text).collect(Collectors.joining(", "));
    String found = "found none of its files in " + looked;
    return home.from().isPresent()
        ? name
            + ": "
            + found
            + "; expected "
            + files.stream().map(DataFile::name).collect(Collectors.joining(", "))
            + ", each under any name, raw, packed by gzip, in a zip or in a tar archive"
        : name + ": " + found + "; get it with 'noisemark data fetch " + name + "'" + hint;
  }
}
