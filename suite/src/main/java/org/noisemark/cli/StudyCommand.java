package org.noisemark.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.noisemark.cli.options.EngineOptions;
import org.noisemark.cli.options.Names;
import org.noisemark.cli.session.Directories;
import org.noisemark.cli.session.Failures;
import org.noisemark.cli.session.Session;
import org.noisemark.engine.Engines;
import org.noisemark.reports.study.Judgement;
import org.noisemark.reports.study.StudyOverview;
import org.noisemark.reports.study.StudyResult;
import org.noisemark.study.Form;
import org.noisemark.study.Lab;
import org.noisemark.study.Studies;
import org.noisemark.study.Study;
import org.noisemark.study.StudyPlan;
import org.noisemark.study.StudyRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noisemark study}: tests claims of the papers. */
@Command(
    name = "study",
    description = {
      "Tests claims of the papers: trains and computes what is missing, and ends in a verdict.",
      "A claim is confirmed if the 95 % interval of its effect lies above its threshold, not"
          + " confirmed if it lies below, undecided otherwise. Claims and thresholds are part of"
          + " the program."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the study was run, whatever became of its claims",
      "2:wrong usage",
      "130:stopped by Ctrl-C; the next run goes on where this one ended"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  noisemark list studies",
      "  noisemark study valley --form small     seconds, to see that it runs",
      "  noisemark study radius --out results/radius",
      "  noisemark study all --form gpu --plan   what it would take"
    })
final class StudyCommand implements Callable<Integer> {
  private static final String ALL = "all";

  private final Session session;

  @Parameters(
      paramLabel = "NAME",
      completionCandidates = Names.OfStudies.class,
      description = "A study (see 'noisemark list studies'), or all.")
  private String name;

  @Option(
      names = "--form",
      paramLabel = "full|small|gpu",
      defaultValue = "full",
      description = "How much is trained; ${DEFAULT-VALUE}.")
  private String form;

  @Option(
      names = "--small",
      description = "The same as --form small: seconds a study, two seeds, no verdict to rely on.")
  private boolean small;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where each study has a folder of its name; noisemark-out/studies-<form>.")
  private Path out;

  @Mixin private EngineOptions on;

  @Option(names = "--plan", description = "Only say what would be trained and computed.")
  private boolean plan;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  StudyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<Study> studies = name.equals(ALL) ? Studies.all() : List.of(Studies.named(name));
    Form chosen = small ? Form.SMALL : Form.named(form);
    on.engine().ifPresent(Engines::named);
    if (plan) {
      plan(studies, chosen);
      return 0;
    }
    Path folder = out == null ? Path.of("noisemark-out", "studies-" + chosen.label()) : out;
    Directories.requireWritable(folder);
    var results = new ArrayList<StudyResult>();
    for (var study : studies) {
      Path own = folder.resolve(study.name());
      StudyResult result;
      try (var progress = session.progress(quiet)) {
        result = StudyRun.of(study, chosen, lab(own), progress);
      } catch (InterruptedException e) {
        return Failures.INTERRUPTED;
      }
      result.write(own);
      results.add(result);
      if (!json) {
        result.judgements().forEach(each -> session.out().println("  " + each.line()));
        session.out().println(result.line());
      }
    }
    if (name.equals(ALL)) {
      StudyOverview.write(folder, results);
    }
    if (json) {
      session.json(results.stream().map(StudyCommand::described).toList());
    } else {
      session.out().println("reports in " + folder);
    }
    return 0;
  }

  private Lab lab(Path folder) {
    return new Lab(folder, session.home(), on.engine(), on.device(), on.workers());
  }

  private void plan(List<Study> studies, Form chosen) throws IOException {
    var rows = new ArrayList<LinkedHashMap<String, Object>>();
    for (var study : studies) {
      var planned = StudyPlan.of(study, chosen, lab(Path.of("")));
      var row = new LinkedHashMap<String, Object>();
      row.put("study", study.name());
      row.put("form", chosen.label());
      row.put("cells", planned.cells());
      row.put("computations", planned.computations());
      row.put("epochs", planned.epochs());
      rows.add(row);
    }
    if (json) {
      session.json(rows);
      return;
    }
    rows.forEach(
        row ->
            session
                .out()
                .printf(
                    Locale.ROOT,
                    "%-20s %5d cells of %6d epochs, %3d computations%n",
                    row.get("study"),
                    row.get("cells"),
                    row.get("epochs"),
                    row.get("computations")));
  }

  private static LinkedHashMap<String, Object> described(StudyResult result) {
    var study = new LinkedHashMap<String, Object>();
    study.put("study", result.name());
    study.put("form", result.form());
    study.put("verdict", result.verdict().label());
    study.put("claims", result.judgements().stream().map(StudyCommand::described).toList());
    return study;
  }

  private static LinkedHashMap<String, Object> described(Judgement judgement) {
    var claim = new LinkedHashMap<String, Object>();
    claim.put("claim", judgement.claim().name());
    claim.put("outcome", judgement.outcome().label());
    claim.put("text", judgement.line());
    return claim;
  }
}
