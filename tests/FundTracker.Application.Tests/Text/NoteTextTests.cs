using FundTracker.Application.Text;
using FundTracker.Domain.Ledgers;

namespace FundTracker.Application.Tests.Text;

/// <summary>A line's note is kept with codes and names of columns, and read in the reader's language.</summary>
public sealed class NoteTextTests
{
    [Theory]
    [InlineData(LineKind.Contribution, "illustrative: date holder", "illustrative: Date, Holder", "示例：日期、出资人")]
    [InlineData(LineKind.Investment, "报道:2017年; illustrative: date fund", "报道:2017年 · illustrative: Date, Fund", "报道:2017年 · 示例：日期、基金")]
    [InlineData(LineKind.ExitProceeds, "TradeSale: 示例买方; illustrative: due_date", "Trade sale · 示例买方 · illustrative: Due date", "并购 · 示例买方 · 示例：缴款到期日")]
    [InlineData(LineKind.CostRelieved, "WriteOff", "Write-off", "核销")]
    [InlineData(LineKind.Valuation, "RecentRound: B轮", "Recent round · B轮", "最近融资价格 · B轮")]
    [InlineData(LineKind.Nav, "NetAssets: illustrative: amount", "Net assets · illustrative: Amount", "净资产法 · 示例：金额")]
    [InlineData(LineKind.Expense, "Cost: audit", "Cost: audit", "Cost: audit")]
    [InlineData(LineKind.Expense, "illustrative: of nothing", "illustrative: of nothing", "illustrative: of nothing")]
    [InlineData(LineKind.Expense, "said illustrative: date", "said illustrative: date", "said illustrative: date")]
    [InlineData(LineKind.Expense, "", "", "")]
    public void Codes_and_columns_are_named_and_words_stay_as_written(LineKind kind, string note, string english, string chinese) =>
        Assert.Equal((english, chinese), (NoteText.Of(kind, note, Texts.In("en")), NoteText.Of(kind, note, Texts.In("zh-CN"))));
}
