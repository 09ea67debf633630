using FundTracker.Web.Tests.Texts;

namespace FundTracker.Web.Tests.Components;

/// <summary>What holds for every table of the screens.</summary>
public sealed class TablesTests
{
    /// <summary>Tables without a button of their own, and why.</summary>
    private static readonly IReadOnlyDictionary<string, string> Excused = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ShareBars.razor"] = "the look-through page offers all slices in one file",
        ["RuleCard.razor"] = "the page of rules offers all findings in one file",
        ["ScoreGroup.razor"] = "the page of the scorecard offers all groups in one file",
        ["ConsequenceCard.razor"] = "sentences, not records",
        ["CallPreview.razor"] = "a draft that is not saved yet",
        ["CallNoticePage.razor"] = "a letter to be printed",
        ["ImportPreviewPanel.razor"] = "a dry run; its bad rows have a table of their own",
        ["LeverageSummary.razor"] = "the leverage page offers it",
        ["CommitteePanel.razor"] = "a summary of pages that offer it",
        ["LedgerTable.razor"] = "the whole ledger is offered as a file beside it",
        ["AuditTrailPage.razor"] = "the whole trail is offered as a file",
    };

    [Fact]
    public void Every_table_of_records_can_be_downloaded()
    {
        var tables = UiTextTests.Files("*.razor").Where(file => File.ReadAllText(file).Contains("<table", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(tables);
        var without = tables.Where(file => !File.ReadAllText(file).Contains("<ExcelButton", StringComparison.Ordinal)).Select(Path.GetFileName);
        Assert.Equal(Excused.Keys.Order(StringComparer.Ordinal), without.Order(StringComparer.Ordinal));
    }
}
