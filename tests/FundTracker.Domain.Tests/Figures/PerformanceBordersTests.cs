using System.Globalization;
using FundTracker.Analytics.Performance;
using FundTracker.Domain.Figures;
using FundTracker.Domain.Values;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Where measures of performance begin to have an answer, and what of the ledger a history is made of.</summary>
public sealed class PerformanceBordersTests
{
    private const string Family = "mother M CNY\nfund F CNY\n";

    [Theory]
    [InlineData("2022-01-01", "100.00", "-100.00 %")] // all lost: 10 and the 100 of the last day became the 100
    [InlineData("2022-01-01", "5.00", "return.moreThanAllLost()")]
    [InlineData("2021-12-31", "5.00", "return.moreThanAllLost()")]
    [InlineData("2021-12-31", "100.00", "return.notAnnualised(days=364)")]
    [InlineData("2022-01-01", "109.99", "-0.10 %")] // a fen of 10
    public void A_linked_return_has_a_yearly_rate_from_a_year_on_and_down_to_all_lost(string day, string nav, string annual)
    {
        var performance = Of($"2020-12-01 M->F Contribution 10.00\n2021-01-01 M->F Nav 10.00\n{day} M->F Contribution 100.00\n{day} M->F Nav {nav}", day);
        Assert.Equal(annual, Say(performance.TimeWeightedAnnual));
    }

    [Theory]
    [InlineData("5,000,000,000,000.00", true)] // 5 x 10^14
    [InlineData("20,000,000,000,000.00", false)] // 2 x 10^15
    public void A_return_beyond_what_can_be_told_exactly_is_out_of_range(string nav, bool isTold)
    {
        var performance = Of($"2020-12-01 M->F Contribution 0.01\n2021-01-01 M->F Nav 0.01\n2022-01-01 M->F Nav {nav}", "2022-01-01");
        Assert.All([performance.LastYear, performance.TimeWeighted], figure => Assert.Equal(isTold ? null : "irr.outOfRange", figure.NoneReason?.Code));
    }

    [Theory]
    [InlineData("2021-01-01 M->F Nav 100.00\n2022-01-01 M->F Nav 120.00", "20.00 %")]
    [InlineData("2020-12-31 M->F Nav 100.00\n2022-01-01 M->F Nav 120.00", "20.00 %")] // rolled forward to the day a year ago
    [InlineData("2021-01-02 M->F Nav 100.00\n2022-01-01 M->F Nav 120.00", "return.noValueAtStart(start=01/01/2021)")]
    [InlineData("", "figure.noNav()")]
    [InlineData("2021-01-01 M->F Nav 100.00\n2021-01-01 M->F IncomeDistribution 7.00\n2022-01-01 M->F Nav 120.00", "20.00 %")] // in the value of that day
    [InlineData("2021-01-01 M->F Nav 100.00\n2022-01-01 M->F IncomeDistribution 7.00\n2022-01-01 M->F Nav 113.00", "20.00 %")]
    [InlineData("2021-01-01 M->F Nav 100.00\n2022-01-01 M->F Contribution 7.00\n2022-01-01 M->F Nav 127.00", "20.00 %")]
    public void The_last_year_begins_with_the_value_of_the_day_a_year_ago(string lines, string expected) =>
        Assert.Equal(expected, Say(Of($"2020-12-01 M->F Contribution 100.00\n{lines}", "2022-01-01").LastYear));

    [Theory]
    [InlineData("2021-02-01 M->F Contribution 4.00\n2021-02-01 M->F Contribution 3.00", "2021-02-01 Contribution 7")]
    [InlineData("2021-02-01 M->F Contribution 4.00\n2021-02-01 M->F GainDistribution 3.00", "2021-02-01 Contribution 4, 2021-02-01 Distribution 3")]
    [InlineData("2021-02-01 M->F Contribution 4.00\n2021-02-15 reverse #1", "2021-02-01 Contribution 4, 2021-02-15 Contribution -4")]
    [InlineData("2021-02-01 M->F Contribution 4.00\n2021-02-01 M->F PaidInTransferOut 4.00", "")]
    [InlineData("2021-02-01 M->F Contribution 4.00\n2021-03-01 M->F PaidInTransferOut 1.00", "2021-02-01 Contribution 4, 2021-03-01 Contribution -1")]
    [InlineData("2021-02-01 M->F Nav 4.00\n2021-02-01 M->F Nav 5.00", "2021-02-01 Nav 5")]
    [InlineData("2021-02-01 M->F Nav 4.00\n2021-02-01 M->F Nav 5.00\n2021-03-01 reverse #2", "2021-02-01 Nav 4")]
    [InlineData("2021-02-01 M->F Nav 4.00\n2021-03-01 M->F Nav 5.00\n2021-03-01 reverse #1", "2021-03-01 Nav 5")]
    [InlineData("2021-02-01 CITY->F Contribution 4.00\n2021-02-01 CITY->F Nav 4.00", "")] // another holder's
    [InlineData("2021-02-01 M->F Contribution 4.00\n2022-01-02 M->F Contribution 4.00", "2021-02-01 Contribution 4")] // of a later day
    public void A_history_is_the_flows_of_each_day_and_the_statements_that_stand(string lines, string events)
    {
        var view = TestBooks.Of($"{Family}{lines}\n2021-01-01 M->F Commitment 9.00").View("2022-01-01");
        var history = HolderHistory.Of(view, view.Book.FindNode("F")!).Value;
        Assert.Equal(events, string.Join(", ", history.Events.ToArray().Select(e => FormattableString.Invariant($"{e.Date:O} {e.Kind} {e.Amount:0.##}"))));
    }

    [Theory]
    [InlineData("2023-01-01", "2023-06-30", "2023-03-31 2023-06-30")]
    [InlineData("2023-03-31", "2023-07-01", "2023-03-31 2023-06-30 2023-07-01")]
    [InlineData("2023-04-01", "2023-06-29", "2023-06-29")]
    [InlineData("2023-03-31", "2023-03-31", "2023-03-31")]
    [InlineData("2023-04-01", "2023-03-31", "")]
    public void Histories_are_read_at_quarter_ends_and_on_the_last_day(string first, string last, string days) =>
        Assert.Equal(days, string.Join(' ', QuarterEnds.From(LedgerText.Date(first), LedgerText.Date(last)).Select(day => day.ToString("O", CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("2021-02-01 F notReported = distributed,nav", "distributed")]
    [InlineData("2021-02-01 F notReported = nav,paidIn", "nav")]
    [InlineData("2021-02-01 F notReported = paidIn", "paidIn")]
    public void A_gain_names_the_first_part_that_is_not_known(string fact, string part) =>
        Assert.Equal($"{FigureReasons.NotReported(part)}", $"{Of($"2021-02-01 M->F Contribution 4.00\n2021-03-01 M->F Nav 5.00\n{fact}", "2022-01-01").Gain.NoneReason}");

    private static FundPerformance Of(string lines, string day) => PerformanceEngine.Of(TestBooks.Of(Family + lines).View(day), "F")!;

    private static string Say(Figure<Percentage> figure) =>
        figure.Value is { } value ? value.Percent.ToString("0.00", CultureInfo.InvariantCulture) + " %" : $"{figure.NoneReason}";
}
