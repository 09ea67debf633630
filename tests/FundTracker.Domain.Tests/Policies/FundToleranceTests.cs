using System.Globalization;
using FundTracker.Analytics.Tolerance;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Registry;
using FundTracker.Domain.Tolerance;
using FundTracker.Domain.Values;
using FundTracker.Testing;
using static FundTracker.Testing.LedgerText;

namespace FundTracker.Domain.Tests.Policies;

/// <summary>Which payments are projects and decisions of a fund, and which record belongs to which decision.</summary>
public sealed class FundToleranceTests
{
    private const string Family = "mother M CNY\nfund F CNY\ncompany A\ncompany B\ncompany C\n";

    [Fact]
    public void Projects_stand_with_the_largest_loss_first_and_of_equal_ones_by_code()
    {
        var tolerance = Of("""
            2023-01-05 F->C Investment 10.00
            2023-01-05 F->B Investment 10.00
            2023-01-05 F->A Investment 20.00
            2023-06-30 F->C Valuation 9.00
            2023-06-30 F->B Valuation 4.00
            2023-06-30 F->A Valuation 14.00
            """);

        Assert.Equal(["A -6.00", "B -6.00", "C -1.00"], tolerance.Projects.Select(project => $"{project.Company.Code} {project.Result.Require().ToPlainText()}"));
        Assert.Equal("13.00", tolerance.Losses.Require().ToPlainText());
    }

    [Fact]
    public void A_project_that_is_worth_what_was_put_in_has_not_failed()
    {
        var tolerance = Of("2023-01-05 F->A Investment 10.00\n2023-02-01 F->B Investment 10.00\n2023-06-30 F->A Valuation 10.00\n2023-06-30 F->B Valuation 9.99");

        Assert.Equal(["B"], tolerance.Failed.Select(project => project.Company.Code));
        Assert.Equal("0.01", tolerance.Losses.Require().ToPlainText());
    }

    [Fact]
    public void An_investment_that_was_taken_back_is_no_project() => Assert.Equal(
        ["B"], Of("2023-01-05 F->A Investment 10.00\n2023-02-01 reverse #1\n2023-02-01 F->B Investment 7.00").Projects.Select(project => project.Company.Code));

    // The payment without a round stands at the place in the ledger that has the number of the round.
    private const string Payments = """
        2023-04-01 F->A Investment 5.00 round:1
        2023-03-01 F->A Investment 10.00 round:1
        2023-02-01 F->A Investment 7.00
        2023-02-01 F->A InvestmentInKind 3.00
        2023-05-01 F->A Investment 4.00
        2023-05-03 reverse #5
        """;

    [Theory]
    [InlineData("2023-05-03", "2023-02-01 7.00, 2023-02-01 3.00, 2023-03-01 15.00")]
    [InlineData("2023-05-02", "2023-02-01 7.00, 2023-02-01 3.00, 2023-03-01 15.00, 2023-05-01 4.00")] // not yet taken back
    [InlineData("2023-03-31", "2023-02-01 7.00, 2023-02-01 3.00, 2023-03-01 10.00")]
    public void Payments_of_one_round_are_one_decision_on_the_day_of_the_first_and_others_are_one_each(string day, string decisions) =>
        Assert.Equal(decisions, string.Join(", ", Of(Payments, day).Projects[0].Decisions.Select(one => FormattableString.Invariant($"{one.Day:O} {one.Amount.ToPlainText()}"))));

    [Theory]
    [InlineData("2023-01-31", "2023-01-31, , ")] // of the first alone
    [InlineData("2023-02-01", "2023-02-01, , ")] // on the day of the money
    [InlineData("2023-02-02", ", , 2023-02-02")] // after the decision before
    [InlineData("2023-03-01", ", , 2023-03-01")]
    [InlineData("2023-03-02", ", , ")] // after the money
    [InlineData("2023-02-10 2023-02-20", ", , 2023-02-20")] // the last of them
    [InlineData("2023-01-20 2023-02-20", "2023-01-20, , 2023-02-20")]
    public void A_record_belongs_to_the_decision_that_money_followed_after_the_one_before(string decided, string records)
    {
        var project = Of(Payments, "2023-04-30", [.. decided.Split(' ').Select(day => Record("F", "A", day, day)), Record("F", "B", "2023-02-01", "2023-02-01")]).Projects[0];
        Assert.Equal(records, string.Join(", ", project.Decisions.Select(one => Print(one.Record?.DecidedOn))));
    }

    [Theory]
    [InlineData("2023-02-01", "2023-03-01", DutyState.Before)]
    [InlineData("2023-02-01", "2023-03-02", DutyState.After)] // the second record came a day late
    [InlineData("2023-02-01", null, DutyState.None)]
    public void The_duty_of_a_project_is_the_least_of_its_decisions(string first, string? second, DutyState duty)
    {
        var records = new List<RegistryEntry> { Record("F", "A", "2023-02-01", first) };
        if (second is not null) records.Add(Record("F", "A", "2023-03-01", second));
        Assert.Equal(duty, Of("2023-02-01 F->A Investment 1.00\n2023-03-01 F->A Investment 2.00", "2023-04-30", [.. records]).Projects[0].Duty);
    }

    [Theory]
    [InlineData("2023-01-04", null)]
    [InlineData("2023-01-05", "2023-01-05 60.00 2023-01-02")]
    [InlineData("2023-02-01", "2023-01-05 100.00 2023-01-02")]
    [InlineData("2023-03-01", "2023-02-01 40.00 2023-01-20")] // the first one was taken back
    [InlineData("2023-04-01", null)] // the other one too
    public void The_commitment_is_decided_on_the_first_day_of_what_stands_of_it(string day, string? decision)
    {
        const string Promises = """
            2023-01-05 M->F Commitment 60.00
            2023-02-01 M->F CommitmentIncrease 40.00
            2023-03-01 reverse #1
            2023-04-01 reverse #2
            """;
        var made = Of(Promises, day, Record("M", "F", "2023-01-02", "2023-01-02"), Record("M", "F", "2023-01-20", "2023-01-20"), Record("M", "G", "2023-01-04", "2023-01-04")).Commitment;
        Assert.Equal(decision, made is null ? null : $"{Print(made.Day)} {made.Amount.ToPlainText()} {Print(made.Record?.DecidedOn)}");
    }

    [Theory]
    [InlineData("2023-01-05 FIN->M Commitment 60.00", "M")] // nobody decides to commit to the mother fund
    [InlineData("2023-01-05 M->F Contribution 60.00", "F")] // paid in without a promise
    [InlineData("2023-01-05 SOC->F Commitment 60.00", "F")] // promised by others
    public void Where_the_mother_fund_has_promised_nothing_there_is_no_commitment_to_decide_on(string line, string fund)
    {
        var view = TestBooks.Of(Family + line).View("2023-12-31");
        Assert.Null(FundTolerance.Of(view, view.Book.FindNode(fund)!).Commitment);
    }

    private static FundTolerance Of(string lines, string day = "2023-12-31", params RegistryEntry[] records)
    {
        var view = new LedgerView(TestBooks.Of(Family + lines).Snapshot.WithEntries(records), Date(day), Stamp.Max);
        return FundTolerance.Of(view, view.Book.FindNode("F")!);
    }

    private static RegistryEntry Record(string holder, string investee, string decided, string on) => RegistryEntry.Stand(
        new RegistryEntryId((Date(decided).DayNumber * 100) + investee[0]), new NodeId(1),
        new DiligenceRecorded(holder, investee, Date(decided), "known", "team", [.. DiligenceItems.OfInvestment.Select(item => new DiligenceCheck(item, DiligenceAnswer.Yes, ""))], []),
        Date(on), new EntryOrigin(Provenance.Recorded, "", "", null), new Signatures("manager1", "approver1", Voucher: null), Instant(on));

    private static string Print(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
