using FundTracker.Application.Evaluations;
using FundTracker.Application.Reports;
using FundTracker.Application.Text;
using FundTracker.Domain.Evaluations;
using FundTracker.Domain.Policies;
using FundTracker.Reports.Blocks;
using FundTracker.Reports.Documents.Quarterly;
using FundTracker.Reports.Tests.Samples;
using FundTracker.Reports.Texts;

namespace FundTracker.Reports.Tests;

/// <summary>The sections on rules, pre-score and local re-investment.</summary>
public sealed class PolicySectionTests
{
    private static readonly QuarterlyReport Report = QuarterlySample.Report();
    private static readonly ReportDocument Chinese = QuarterlyReportDocument.Of(Report, ReportLanguage.Chinese);
    private static readonly ReportDocument English = QuarterlyReportDocument.Of(Report, ReportLanguage.English);

    [Fact]
    public void A_rule_not_in_force_on_the_quarters_last_day_is_not_listed_and_every_other_is()
    {
        var listed = Table(Chinese, "规则结论（未达标的在前）").Rows.Select(row => row.Cells[0].Text.Split(' ')[0]).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(Report.Policy.Rules.Select(result => result.Rule.Id).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Contains("L-04", listed);
        Assert.DoesNotContain("N-04", listed); // in force from 2025-01-07
    }

    [Fact]
    public void Breaches_stand_first_each_with_figure_id_limit_and_gap()
    {
        var rows = Table(English, "Rule findings (breached first)").Rows;
        var breaches = Report.Policy.Rules.SelectMany(result => result.Findings).Count(finding => finding.Status == FindingStatus.Breached);

        Assert.True(breaches > 0);
        Assert.All(rows.Take(breaches), row => Assert.Equal("Breached", row.Cells[1].Text));
        Assert.All(rows.Skip(breaches), row => Assert.NotEqual("Breached", row.Cells[1].Text));
        var worst = Report.Policy.Rules.First(result => result.Rule.Id == "L-04").Headline!;
        var row = rows.First(row => row.Cells[0].Text.StartsWith("L-04 ", StringComparison.Ordinal));
        Assert.Equal((worst.Deciding.Reading.Figure.Id.ToString(), worst.Rule.Version), (row.Cells[3].FigureId, row.Scope));
        Assert.Equal(Marks.Illustrative, row.Cells[3].Marks);
        Assert.True(row.Cells[4].Text.Length > 0 && row.Cells[5].Text.Length > 0);
    }

    [Fact]
    public void Every_conflict_stands_below_the_findings()
    {
        Assert.Equal(Report.Policy.Conflicts.Count, Table(Chinese, "规则之间的冲突").Rows.Count);
        var none = QuarterlyReportDocument.Of(Report with { Policy = Report.Policy with { Conflicts = [] } }, ReportLanguage.English);
        Assert.Contains("No rules ask incompatible things", Rendered.Of(none).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_pre_score_is_of_the_last_finished_year_and_says_that_it_is_retroactive()
    {
        var card = Report.Policy.PreScore.Card!;
        var table = Table(Chinese, "2022 年度预评分");

        Assert.Equal((2022, true), (Report.Policy.PreScore.Year, card.IsRetroactive));
        Assert.Contains(Chinese.Blocks, block => block is Callout { Title: "追溯评分" });
        Assert.Contains(Chinese.Blocks, block => block is Paragraph paragraph && paragraph.Text.Contains("预评分", StringComparison.Ordinal));
        Assert.Equal((ScoreText.Points(card.Points), "100"), (table.Rows[^1].Cells[1].Text, table.Rows[^1].Cells[2].Text));
        Assert.Equal(card.Scores.Count, table.Rows.Count(row => row.Kind == RowKind.Body));
    }

    [Fact]
    public void An_indicator_without_a_figure_has_no_points_and_its_reason()
    {
        var table = Table(English, "Pre-score of 2022");
        var open = Report.Policy.PreScore.Card!.Scores.First(score => score.Points is null);
        var row = table.Rows.First(row => row.Scope == $"{open.Group.Id} · {open.Indicator.Id}");

        Assert.Equal(("n.m.", "n.m."), (row.Cells[1].Text, row.Cells[4].Text));
        Assert.Contains(table.Footnotes, note => note.StartsWith($"{row.Cells[4].NoteKey}  ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_scheme_that_cannot_score_says_why_and_prints_no_points()
    {
        var refused = new PolicyPages.YearScore(2022, null, EvaluationErrors.SchemeIncomplete("district", "P"));
        var document = QuarterlyReportDocument.Of(Report with { Policy = Report.Policy with { PreScore = refused } }, ReportLanguage.English);

        Assert.Contains(document.Blocks, block => block is Paragraph paragraph && paragraph.Text.Contains("template", StringComparison.Ordinal));
        Assert.DoesNotContain(document.Blocks.OfType<Table>(), table => table.Title!.StartsWith("Pre-score", StringComparison.Ordinal));
    }

    [Fact]
    public void The_meter_has_each_floor_and_the_points_at_it()
    {
        var meter = Report.Policy.Meter;
        var floors = Table(English, "Floors of rules");
        var schemes = Table(English, "Bands of the schemes");

        Assert.Equal(meter.Floors.Select(floor => floor.Rule.Version), floors.Rows.Select(row => row.Scope));
        Assert.Contains(English.Blocks.OfType<KeyFigures>(), block => block.Figures[0].FigureId == "policy.localMultiple@M1");
        Assert.Equal(meter.Ladders[0].AtFloors.Select(ScoreText.Points), schemes.Rows[0].Cells.Skip(4).Select(cell => cell.Text));
        Assert.NotEmpty(meter.Ladders[0].AtFloors);
    }

    private static Table Table(ReportDocument document, string title) => document.Blocks.OfType<Table>().Single(table => table.Title == title);
}
