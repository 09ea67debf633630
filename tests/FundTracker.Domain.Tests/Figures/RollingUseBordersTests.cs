using FundTracker.Analytics.Phases;
using FundTracker.Domain.Figures;
using FundTracker.Testing;

namespace FundTracker.Domain.Tests.Figures;

/// <summary>Which use money is of where it came otherwise than by a payment or went otherwise than into a fund. Each part: arrived, placed, spent, waiting.</summary>
public sealed class RollingUseBordersTests
{
    private const string Family = "mother M CNY\nfund SUB CNY\nfund USD1 USD\ncompany C\n2023-01-02 FIN->M Contribution 100.00\n";

    [Theory]
    [InlineData("2023-02-01 M Interest 3.00", "1: 103.00 0.00 0.00 103.00")]
    [InlineData("2023-02-01 M OtherIncome 3.00", "1: 103.00 0.00 0.00 103.00")]
    [InlineData("2023-02-01 M CreditDrawn 3.00", "1: 103.00 0.00 0.00 103.00")]
    [InlineData("2023-02-01 M OpeningCash 3.00", "1: 103.00 0.00 0.00 103.00")]
    [InlineData("2023-02-01 M CurrencyBought 3.00", "1: 103.00 0.00 0.00 103.00")]
    [InlineData("2023-02-01 M Interest 3.00 USD", "1: 100.00 0.00 0.00 100.00")] // another purse
    [InlineData("2023-02-01 M Interest -3.00", "1: 100.00 0.00 3.00 97.00")] // what is taken off costs
    [InlineData("2023-02-01 M ManagementFee 3.00", "1: 100.00 0.00 3.00 97.00")]
    [InlineData("2023-02-01 M Expense 3.00", "1: 100.00 0.00 3.00 97.00")]
    [InlineData("2023-02-01 M Tax 3.00", "1: 100.00 0.00 3.00 97.00")]
    [InlineData("2023-02-01 M CreditRepaid 3.00", "1: 100.00 0.00 3.00 97.00")]
    [InlineData("2023-02-01 M CurrencySold 3.00", "1: 100.00 0.00 3.00 97.00")]
    [InlineData("2023-02-01 FIN->M GainDistribution 3.00", "1: 100.00 0.00 3.00 97.00")]
    [InlineData("2023-02-01 FIN->M ReturnOfCapital 3.00", "1: 100.00 0.00 3.00 97.00")]
    [InlineData("2023-02-01 M->USD1 Contribution 3.00", "1: 100.00 0.00 0.00 100.00")] // another currency
    [InlineData("2023-02-01 M->SUB Contribution 3.00\n2023-03-01 reverse #2", "1: 100.00 0.00 0.00 100.00")]
    [InlineData("2023-02-01 M->C Investment 100.00", "1: 100.00 100.00 0.00 0.00")]
    public void Money_arrives_is_placed_and_is_spent_in_its_first_use(string line, string uses) => Assert.Equal(uses, Uses(line));

    [Theory]
    [InlineData("M->SUB ReturnOfCapital")]
    [InlineData("M->SUB GainDistribution")]
    [InlineData("M->SUB IncomeDistribution")]
    [InlineData("M->C Dividend")]
    [InlineData("M->C ExitProceeds")]
    public void What_comes_back_from_where_nothing_was_placed_is_of_the_second_use(string back) =>
        Assert.Equal("1: 100.00 0.00 0.00 100.00, 2: 7.00 0.00 0.00 7.00", Uses($"2023-05-01 {back} 7.00"));

    [Theory]
    // First the 40 of the first use come back, then the 30 of the second; what comes above is one use after the last.
    [InlineData("2023-04-01 M->SUB Contribution 30.00\n2023-05-01 M->SUB ReturnOfCapital 70.00\n2023-06-01 M->SUB GainDistribution 5.00", "1: 100.00 100.00 0.00 0.00, 2: 100.00 30.00 0.00 70.00, 3: 35.00 0.00 0.00 35.00")]
    // Handed over, it can't come back: what does come is above, one use after the last.
    [InlineData("2023-04-01 M->SUB PaidInTransferOut 40.00\n2023-06-01 M->SUB GainDistribution 5.00", "1: 100.00 100.00 0.00 0.00, 2: 65.00 0.00 0.00 65.00")]
    // Taken over in kind, it is placed without having arrived.
    [InlineData("2023-04-01 M->SUB PaidInTransferIn 8.00\n2023-06-01 M->SUB ReturnOfCapital 48.00", "1: 100.00 100.00 0.00 0.00, 2: 108.00 0.00 0.00 108.00")]
    public void Every_coming_back_is_one_use_more(string then, string uses) => Assert.Equal(
        uses, Uses($"2023-02-01 M->C Investment 60.00\n2023-02-02 M->SUB Contribution 40.00\n2023-03-01 M->C ExitProceeds 60.00\n{then}"));

    [Fact]
    public void What_goes_before_anything_is_there_is_attributed_to_no_use_and_comes_back_as_the_second()
    {
        const string Lines = "2023-01-01 M->SUB Contribution 30.00\n2023-01-01 M ManagementFee 4.00\n2023-05-01 M->SUB ReturnOfCapital 30.00";
        Assert.Equal("1: 100.00 0.00 0.00 100.00, 2: 30.00 0.00 0.00 30.00", Uses(Lines));
        Assert.Equal("34.00", Of(Lines).Unattributed.ToPlainText());
        Assert.Equal((true, false), (Of(Lines).HasReturned, Of("").HasReturned));
    }

    [Fact]
    public void Lots_of_one_day_wait_together_unless_one_was_paid_in_and_the_other_not()
    {
        var waiting = Of("2023-01-02 FIN->M Contribution 20.00\n2023-01-02 M Interest 1.00\n2023-01-03 M Interest 2.00\n2023-01-04 M ManagementFee 5.00").Waiting;
        Assert.Equal(["2023-01-02 1 115.00 True", "2023-01-02 1 1.00 False", "2023-01-03 1 2.00 False"], waiting.Select(lot => $"{lot.Since:yyyy-MM-dd} {lot.Generation} {lot.Amount.ToPlainText()} {lot.IsPaidIn}"));
    }

    [Fact]
    public void Each_sum_of_a_use_leads_to_the_lines_that_made_it()
    {
        var view = TestBooks.Of(Family
            + "2023-02-01 M->SUB Contribution 30.00\n2023-03-01 M Interest 1.00\n2023-05-01 M->SUB ReturnOfCapital 30.00\n2023-06-01 M Expense 2.00\n2023-06-02 FIN->M GainDistribution 3.00").View();
        var uses = RollingUse.Of(view, view.Book.Root).Generations;

        Assert.Equal(["paidIn 0, otherReceipts 2", "placed 1, paidIn 0, otherReceipts 2", "costs 4, distributed 5"], new[] { uses[0].Arrived, uses[0].Placed, uses[0].Spent }.Select(Inputs));
        Assert.Equal(["returned 3", "placed 1, returned 3", "costs 4, distributed 5"], new[] { uses[1].Arrived, uses[1].Placed, uses[1].Spent }.Select(Inputs));
        Assert.Equal(["rolling.arrived@M/generation:2", "rolling.placed@M/generation:2", "rolling.spent@M/generation:2"], uses[1].Waiting.Trail.Inputs.OfType<FigureInput>().Select(input => $"{input.Figure.Id}"));
        Assert.Equal(8, Of("2023-02-01 M->SUB Contribution 30.00\n2023-05-01 M->SUB ReturnOfCapital 30.00").All.Count());

        string Inputs(IFigure figure) => string.Join(", ", figure.Trail.Inputs.OfType<LinesInput>().Select(input => $"{input.Role} {string.Join('+', input.Lines(view))}"));
    }

    private static RollingUse Of(string lines)
    {
        var view = TestBooks.Of(Family + lines).View();
        return RollingUse.Of(view, view.Book.Root);
    }

    private static string Uses(string lines) => string.Join(", ", Of(lines).Generations.Select(one =>
        $"{one.Number}: {string.Join(' ', new[] { one.Arrived, one.Placed, one.Spent, one.Waiting }.Select(figure => figure.Require().ToPlainText()))}"));
}
