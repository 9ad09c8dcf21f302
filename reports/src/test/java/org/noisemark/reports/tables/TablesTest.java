package org.noisemark.reports.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.noisemark.reports.Reports;
import org.noisemark.reports.ReportsTest;
import org.noisemark.reports.records.Fixture;
import org.noisemark.reports.records.Numbers;
import org.noisemark.reports.records.RunRecord;
import org.noisemark.reports.records.RunRecord.Status;

class TablesTest {
  private static final String COST =
      "suite_version,dataset,network,optimizer,engine,device,seeds,gradient_evaluations_total,"
          + "gradient_evaluations_vs_sgd_ratio,gradient_evaluations_vs_sam_ratio,"
          + "gradient_evaluations_vs_psam_ratio,flops_total,train_time_seconds,"
          + "train_time_vs_sgd_ratio,train_time_vs_sam_ratio,train_time_vs_psam_ratio";
  private static final String TIMING =
      "suite_version,dataset,network,optimizer,engine,device,seeds,step_time_median_seconds,"
          + "step_time_p95_seconds,samples_per_second,train_time_seconds,eval_time_seconds,"
          + "data_time_seconds,other_time_seconds,total_time_seconds";

  @TempDir Path directory;

  @Test
  void costIsRelativeToSgdSamAndPsam() throws IOException {
    write(
        Fixture.run("sgd", 1, 0.5).record(),
        Fixture.run("sam", 1, 0.5).record(),
        Fixture.run("sam", 2, 0.5).record(),
        Fixture.run("sam", 1, 0.5).noise("clean", 0).record(),
        Fixture.failed("sam", 3, Status.TIMEOUT).record(),
        Fixture.run("psam", 1, 0.5).record());
    assertEquals(
        List.of(
            COST,
            "1.0.0,squares,mlp,psam,reference,cpu,1,13.0,1.3,0.65,1.0,13000.0,1.625,1.3,0.65,1.0",
            "1.0.0,squares,mlp,sam,reference,cpu,3,20.0,2.0,1.0,1.5384615384615385,20000.0,2.5,2.0,"
                + "1.0,1.5384615384615385",
            "1.0.0,squares,mlp,sgd,reference,cpu,1,10.0,1.0,0.5,0.7692307692307693,10000.0,1.25,1.0,"
                + "0.5,0.7692307692307693"),
        lines("cost.csv", 16));
    CSVRecord sam = csv("cost.csv").only("optimizer", "sam");
    assertEquals("4", sam.get("runs_total"));
    assertEquals("3", sam.get("runs_ok_total"));
  }

  @Test
  void costIsEmptyWhereNothingWasMeasured() throws IOException {
    write(Fixture.failed("sam", 1, Status.ERROR).record(), Fixture.run("fsam", 1, 0.5).record());
    CsvFile cost = csv("cost.csv");
    assertEquals("", cost.only("optimizer", "sam").get("gradient_evaluations_total"));
    for (String other : List.of("sgd", "sam", "psam")) {
      assertEquals(
          "", cost.only("optimizer", "fsam").get("train_time_vs_" + other + "_ratio"), other);
    }
    for (String unread : List.of("energy_cpu_joules", "energy_method", "peak_host_memory_bytes")) {
      assertEquals("", cost.only("optimizer", "fsam").get(unread), unread);
    }
    // 2.5 s of training and 0.5 s besides, one thread each, two runs side by side
    assertEquals(3.0 / 3600, Double.parseDouble(cost.rows().get(0).get("core_hours")), 1e-15);
    assertEquals(1.5 / 3600, Double.parseDouble(cost.rows().get(0).get("device_hours")), 1e-15);
  }

  @Test
  void timesAddUpToTheTotal() throws IOException {
    Reports.of(ReportsTest.suite()).write(directory);
    assertEquals(TIMING, lines("timing.csv", 15).get(0));
    for (String file : List.of("timing.csv", "runs.csv")) {
      for (CSVRecord row : csv(file).rows()) {
        double sum = 0;
        for (String part : List.of("train", "eval", "data", "other")) {
          sum += Double.parseDouble(row.get(part + "_time_seconds"));
        }
        assertEquals(Double.parseDouble(row.get("total_time_seconds")), sum, 1e-12);
      }
    }
    assertEquals("0.01", csv("timing.csv").rows().get(0).get("step_time_median_seconds"));
    assertEquals("32.0", csv("timing.csv").only("optimizer", "sam").get("samples_per_second"));
  }

  @Test
  void textAndNumbersSurvive() throws IOException {
    String detail = "loss is NaN, \"rho\" = 0.5; über";
    write(Fixture.failed("sam", 1, Status.DIVERGED).detail(detail + "\nat step 3").record());
    CSVRecord run = csv("runs.csv").rows().get(0);
    assertEquals(detail + " at step 3", run.get("status_detail"));
    assertEquals("diverged", run.get("status"));
    assertEquals(
        "{\"augmentation\":\"none\",\"batch_size\":8,\"epochs\":2,\"learning_rate\":0.1,"
            + "\"momentum\":0.9,\"nesterov\":false,\"rho\":0.05,\"schedule\":\"constant\","
            + "\"validation_share\":0.1,\"warmup_epochs\":0,\"weight_decay\":0.0}",
        run.get("hyperparameters_json"));
    assertEquals("0.05", run.get("rho"));
    assertEquals("2026-11-22T10:00:00Z", run.get("started_at"));
    assertEquals("NaN", csv("curves.csv").rows().get(0).get("train_loss_nats"));
    assertFalse(Files.readString(directory.resolve("runs.csv")).contains("\r"));
  }

  @Test
  void whatWasNotMeasuredIsEmptyAndNeverZero() throws IOException {
    write(Fixture.failed("sgd", 1, Status.SKIPPED).record());
    CSVRecord run = csv("runs.csv").rows().get(0);
    for (String column :
        List.of(
            "test_accuracy_final_ratio",
            "test_accuracy_selected_ratio",
            "test_accuracy_best_ratio",
            "test_accuracy_best_minus_final_ratio",
            "selected_epoch",
            "clean_subset_accuracy_final_ratio",
            "flipped_true_accuracy_final_ratio",
            "peak_host_memory_bytes",
            "energy_cpu_joules",
            "energy_gpu_joules",
            "energy_method",
            "rho",
            "final_parameters_sha256")) {
      assertEquals("", run.get(column), column);
    }
    assertEquals("0.25", run.get("test_accuracy_counted_ratio"));
    assertEquals("0.25", run.get("flipped_noisy_accuracy_final_ratio"));
    assertEquals("", csv("curves.csv").rows().get(0).get("test_accuracy_ratio"));
  }

  @Test
  void doublesReadBackTheSame() {
    for (double value : new double[] {0.1 + 0.2, 1.0 / 3, 2e-3, 2.0e23, Double.MIN_VALUE, -0.0}) {
      assertEquals(value, Double.parseDouble(Numbers.text(value)));
    }
    assertEquals("0.002", Numbers.text(2e-3));
    assertEquals("2.0E23", Numbers.text(2e23));
    assertEquals("-INF", Numbers.text(Double.NEGATIVE_INFINITY));
  }

  @Test
  void oneRowAnEnvironment() throws IOException {
    Reports.of(ReportsTest.suite()).write(directory);
    CsvFile environments = csv("environments.csv");
    assertEquals(1, environments.rows().size());
    CSVRecord row = environments.rows().get(0);
    assertEquals("Example CPU, \"fast\"", row.get("cpu_model"));
    assertEquals("", row.get("gpu_model"));
    assertEquals("{\"OMP_NUM_THREADS\":\"1\"}", row.get("thread_settings_json"));
    String canonical =
        "{\"cpu_cores\":2,\"cpu_model\":\"Example CPU, \\\"fast\\\"\","
            + "\"engine_versions\":{\"reference\":\"0.1.0\"},\"gpu_count\":0,"
            + "\"gpu_driver\":\"\",\"gpu_model\":\"\",\"jvm\":\"17.0.15\","
            + "\"jvm_flags\":[\"-Xmx2g\"],\"memory_bytes\":8589934592,\"os\":\"Linux amd64\","
            + "\"thread_settings\":{\"OMP_NUM_THREADS\":\"1\"},\"workers\":2}";
    assertEquals(
        "e" + DigestUtils.sha256Hex(canonical.getBytes(StandardCharsets.UTF_8)).substring(0, 12),
        row.get("environment_id"));
  }

  private void write(RunRecord... records) throws IOException {
    Reports.of(List.of(records)).write(directory);
  }

  private CsvFile csv(String file) throws IOException {
    return CsvFile.read(directory.resolve(file));
  }

  private List<String> lines(String file, int columns) throws IOException {
    CsvFile csv = csv(file);
    var lines = new ArrayList<String>();
    lines.add(String.join(",", csv.header().subList(0, columns)));
    csv.rows().forEach(row -> lines.add(String.join(",", row.toList().subList(0, columns))));
    return lines;
  }
}
