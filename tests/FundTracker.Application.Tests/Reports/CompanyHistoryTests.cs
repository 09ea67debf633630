using FundTracker.Application.Funds;
using FundTracker.Application.Records;
using FundTracker.Application.Reports;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Reports;

public sealed class CompanyHistoryTests
{
    [Fact]
    public async Task A_company_that_funds_hold_in_two_currencies_has_a_row_for_each_and_nothing_is_added_across_them()
    {
        await using var world = await Funded();
        await world.Must(new OpenSubFund.Command(Mf, "USD1", "美元基金", NameEn: null, "USD", Start, LegalForm.Partnership));
        await world.Post(new StateFact.Command(Mf, Mf, $"{FactNames.ExchangeRate}:USD/CNY", "7", Start));
        await world.Must(new RecordCommitment.Command(Mf, "USD1", Mf, 20m, Start, "USD"));
        await world.Post(new RecordInvestment.Command(Mf, "ACME", "A", Day("2023-04-01"), [new RecordInvestment.Part("SUB", 40m)], TotalRaised: 80m));
        await world.Post(new RecordInvestment.Command(Mf, "ACME", "B", Day("2023-05-01"), [new RecordInvestment.Part("USD1", 9m, InKind: true)]));

        var report = await world.Must(new GetQuarterlyReport.Query(Mf, "2023Q2"));

        var usd = Currency.Of("USD");
        Assert.Equal(
            [("ACME", Yuan(40m), Yuan(40m)), ("ACME", Money.Of(9m, usd), Money.Of(9m, usd))],
            report.Companies.Select(row => (row.Company.Code, row.Invested, row.Value)));
        Assert.Equal([("A", Yuan(80m), Yuan(40m))], report.Companies[0].Rounds.Select(round => (round.Name, round.Raised, round.Ours)));
        Assert.Equal([("B", (Money?)null, Money.Of(9m, usd))], report.Companies[1].Rounds.Select(round => (round.Name, round.Raised, round.Ours)));
        Assert.Equal(
            report.Exposure.LookThroughValue.Require(),
            report.Companies.Aggregate(Yuan(0m), (sum, row) => sum + row.LookThroughValue));
    }
}
