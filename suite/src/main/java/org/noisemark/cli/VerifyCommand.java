package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.noisemark.cli.options.Names;
import org.noisemark.cli.session.Failures;
import org.noisemark.cli.session.Session;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.verify.Finding;
import org.noisemark.reports.verify.Results;
import org.noisemark.reports.verify.Verification;
import org.noisemark.study.Study;
import org.noisemark.study.StudyAudit;
import org.noisemark.suite.audit.Completeness;
import org.noisemark.suite.audit.Recomputation;
import org.noisemark.suite.definition.Suite;
import org.noisemark.suite.definition.Suites;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark verify}: can these results be relied on? */
@Command(
    name = "verify",
    description = {
      "Checks results: an edited digit anywhere is found and named; trains nothing.",
      "Every derived file is recomputed from the records and compared byte for byte. Records are"
          + " held to their digests, to themselves, to each other, to labels and initial"
          + " parameters that their seeds give, and to the plan of their suite.",
      "Ends with 0 if nothing is wrong, with 6 if something is, with 2 for a wrong argument."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark verify noisemark-out/quick",
      "  noisemark verify reports/published/quick",
      "  noisemark verify part1 part2 --suite my-suite.yaml --json"
    })
final class VerifyCommand implements Callable<Integer> {
  /** Lines printed about one file; the first tell what is wrong. */
  private static final int SHOWN_PER_FILE = 10;

  private final Session session;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description =
          "What 'noisemark run' or 'report' wrote; several, such as shards, make one plan together.")
  private List<Path> directories;

  @Option(
      names = "--suite",
      paramLabel = "SUITE",
      completionCandidates = Names.OfPresets.class,
      description =
          "Preset or YAML file whose cells must all be there; the preset that the runs name.")
  private String suite;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Number of training seeds that must be there; as in the suite.")
  private Integer seeds;

  @Option(
      names = "--timings",
      description = "Times are to be compared: several machines, commits or versions are an error.")
  private boolean timings;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  VerifyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    var named = suite == null ? null : Suites.load(suite);
    var findings = new LinkedHashMap<String, List<Finding>>();
    var records = new ArrayList<RunRecord>();
    for (var directory : withoutStudies(findings)) {
      var results = Results.read(directory);
      var found = new ArrayList<>(Verification.ofFiles(results));
      found.addAll(Recomputation.check(results.records(), results.directory(), session.home()));
      findings.put(directory.toString(), found);
      records.addAll(results.records());
    }
    var together = new ArrayList<>(Verification.ofRuns(records, timings));
    together.addAll(completeness(named, records));
    findings.put("", together);
    if (json) {
      session.json(result(records, findings));
    } else {
      print(records, findings);
    }
    return count(findings, true) == 0 ? 0 : Failures.INVALID;
  }

  /** Checks studies, and returns all folders of runs, theirs among them. */
  private List<Path> withoutStudies(Map<String, List<Finding>> findings) throws IOException {
    var folders = new ArrayList<Path>();
    for (var directory : directories) {
      var studies = StudyAudit.folders(directory);
      for (var study : studies) {
        if (Files.isDirectory(study.resolve("runs"))) {
          folders.add(study.resolve("runs"));
        }
      }
      if (studies.isEmpty()) {
        folders.add(directory);
      } else {
        StudyAudit.check(directory)
            .forEach((folder, found) -> findings.put(folder.toString(), found));
      }
    }
    return folders;
  }

  private List<Finding> completeness(Suite named, List<RunRecord> records) throws IOException {
    var count = seeds == null ? OptionalInt.empty() : OptionalInt.of(seeds);
    var findings = new ArrayList<Finding>();
    for (var name :
        records.stream().map(r -> r.cell().suite().name()).distinct().sorted().toList()) {
      var own =
          records.stream().filter(record -> record.cell().suite().name().equals(name)).toList();
      String tuned = name.replaceFirst(Suite.TUNING + "$", "");
      if (name.startsWith(Study.SUITE)) {
        continue; // held to its plan with its study
      }
      if (named == null && !Suites.presets().containsKey(tuned)) {
        findings.add(
            Finding.ofAll(
                Finding.Severity.NOTE,
                name + " is no preset: name its file with --suite to find missing cells"));
      } else {
        var suite = named == null ? Suites.load(tuned) : named;
        findings.addAll(
            tuned.equals(name)
                ? Completeness.check(suite, own, count)
                : Completeness.ofTuning(suite, own));
      }
    }
    return findings;
  }

  private static LinkedHashMap<String, Object> result(
      List<RunRecord> records, Map<String, List<Finding>> findings) {
    var result = new LinkedHashMap<String, Object>();
    result.put("runs", records.size());
    result.put("errors", count(findings, true));
    result.put("notes", count(findings, false));
    var list = new ArrayList<Map<String, Object>>();
    findings.forEach(
        (directory, found) ->
            found.forEach(
                finding -> {
                  var entry = new LinkedHashMap<String, Object>();
                  entry.put("directory", directory);
                  entry.put("severity", finding.isError() ? "error" : "note");
                  entry.put("file", finding.file());
                  entry.put("row", finding.row());
                  entry.put("column", finding.column());
                  entry.put("stored", finding.stored());
                  entry.put("expected", finding.expected());
                  entry.put("message", finding.message());
                  list.add(entry);
                }));
    result.put("findings", list);
    return result;
  }

  private void print(List<RunRecord> records, Map<String, List<Finding>> findings) {
    findings.forEach(
        (directory, found) -> {
          if (!found.isEmpty()) {
            session.out().println(directory.isEmpty() ? "all runs" : directory);
          }
          var perFile = new LinkedHashMap<String, Integer>();
          for (var finding : found) {
            int shown = perFile.merge(finding.file(), 1, Integer::sum);
            if (finding.file().isEmpty() || shown <= SHOWN_PER_FILE) {
              session
                  .out()
                  .printf(
                      Locale.ROOT,
                      "  %-5s %s%n",
                      finding.isError() ? "ERROR" : "note",
                      finding.text());
            }
          }
          perFile.forEach(
              (file, count) -> {
                if (!file.isEmpty() && count > SHOWN_PER_FILE) {
                  session
                      .out()
                      .printf(
                          Locale.ROOT,
                          "        %s: %d more, see --json%n",
                          file,
                          count - SHOWN_PER_FILE);
                }
              });
        });
    session
        .out()
        .printf(
            Locale.ROOT,
            "%d runs, %d errors, %d notes%n",
            records.size(),
            count(findings, true),
            count(findings, false));
  }

  private static long count(Map<String, List<Finding>> findings, boolean errors) {
    return findings.values().stream()
        .flatMap(List::stream)
        .filter(finding -> finding.isError() == errors)
        .count();
  }
}
