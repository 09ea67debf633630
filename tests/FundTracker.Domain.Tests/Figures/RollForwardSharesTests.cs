using FundTracker.Analytics.Performance;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Whose account a split statement needs before it is divided among several investors.</summary>
public sealed class RollForwardSharesTests
{
    private const string Books = """
        mother M CNY
        fund F CNY
        2023-01-05 M->F    Contribution 60.00
        2023-01-05 CITY->F Contribution 40.00
        2023-03-31 M->F    Nav          63.00
        2023-03-31 CITY->F Nav          42.00
        2023-06-30 M->F    Nav          66.00
        """;

    private const string Split = "\n2023-06-30 F ValueIncome 5.00";

    [Fact]
    public void Of_all_investors_together_nothing_is_split_while_one_who_paid_in_has_no_account() =>
        Assert.Equal("rollForward.notStated", Income($"{Books}{Split}"));

    [Fact]
    public void An_investor_who_pays_in_only_later_needs_no_account() =>
        Assert.Equal("5.00", Income($"{Books}\n2023-06-30 CITY->F Nav 44.00{Split}\n2023-07-05 NEW->F Contribution 10.00"));

    [Fact]
    public void An_investor_who_handed_all_over_needs_no_account() => Assert.Equal("5.00", Income(
        $"{Books}\n2023-06-01 CITY->F PaidInTransferOut 40.00\n2023-06-01 NEW->F PaidInTransferIn 40.00\n2023-06-30 NEW->F Nav 44.00{Split}"));

    private static string Income(string text)
    {
        var view = TestBooks.Of(text).View("2023-07-31");
        var fund = view.Book.FindNode("F")!;
        var income = RollForwardEngine.Of(view, fund, view.Book.CommitmentsTo(fund.Id), new DateOnly(2023, 3, 31)).Income;
        return income.Value?.ToPlainText() ?? income.NoneReason!.Code;
    }
}
