package org.noisemark.reports.study;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.noisemark.reports.text.Markdown;

/** study.md: what the study is and what became of its claims. */
final class StudyText {
  private StudyText() {}

  static byte[] markdown(StudyResult study) {
    var text = new Markdown();
    text.title(study.description().title());
    text.line("");
    text.line(String.format(Locale.ROOT, "**%s**", Markdown.escape(study.line())));
    text.line("");
    claims(text, study.judgements());
    text.line("");
    text.line("In the form `" + study.form() + "`. " + Outcome.RULE);
    text.line("");
    text.line(study.description().markdown());
    return text.bytes();
  }

  private static void claims(Markdown text, List<Judgement> judgements) {
    text.head(2, List.of("claim", "outcome", "effect", "threshold"));
    for (var each : judgements) {
      text.row(
          Stream.of(
              Markdown.escape(each.claim().statement()),
              each.outcome().label(),
              Markdown.escape(each.effectText()),
              Quantity.shown(each.claim().threshold(), each.claim().unit())));
    }
  }
}
